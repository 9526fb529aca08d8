package org.letterpress.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The one safe parse: what it says of broken files, and what it refuses to read. */
@Timeout(30)
class SafeParserTest {
  private static final String NAME = "tei/letter.xml";

  @TempDir Path temp;

  private Path fence;
  private final Diagnostics findings = new Diagnostics();
  private final Heard heard = new Heard();

  @BeforeEach
  void makeTheFence() throws IOException {
    fence = Files.createDirectories(temp.resolve("edition"));
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("<a>\n <b>x</a>", 2, 8, "element \"b\" is opened but not closed", "</b>"),
        Arguments.of("<a>\n <b>x</b\n <c/></a>", 3, 2, "the end tag of \"b\" has no", "</b>"),
        Arguments.of("<a>\n <b>x</b>\n", 3, 1, "ends before all its elements", "cut off"),
        Arguments.of("<a>\n x < y</a>", 2, 5, "a \"<\" that does not begin a tag", "&lt;"),
        Arguments.of("<a>\n x & y</a>", 2, 5, "an \"&\" that stands alone", "&amp;"),
        Arguments.of("<a>\n x &amp y</a>", 2, 8, "\"&amp\" is not finished", "\";\""),
        Arguments.of("<a>\n x&eacute;</a>", 2, 11, "\"&eacute;\" is not declared", "DOCTYPE"),
        Arguments.of("<a>\n <b c='1' c='2'/></a>", 2, 18, "the attribute \"c\" twice", "one of"),
        Arguments.of("<a>\n <b c=1/></a>", 2, 7, "\"c\" is not in quotation marks", "c=\"...\""),
        Arguments.of("<a>\n <b c='1/>\n</a>", 3, 2, "\"c\" on \"b\" contains a \"<\"", "&lt;"),
        Arguments.of("<a>\n <x:b/></a>", 2, 8, "the prefix \"x\" of \"x:b\"", "xmlns:x"),
        Arguments.of("<a>\n <b x:c=''/></a>", 2, 13, "the prefix \"x\" of \"x:c\"", "xmlns:x"),
        Arguments.of("\nhello\n<a/>", 2, 1, "text before the first tag", "remove"),
        Arguments.of("<a/>\nhello", 2, 1, "text after the last end tag", "remove"),
        Arguments.of("<a/>\n<b/>", 2, 2, "a second root element", "teiCorpus"),
        Arguments.of("\n<?xml version='1.0'?><a/>", 2, 6, "the XML declaration", "empty lines"),
        Arguments.of("<a>\n x\u0001</a>", 2, 3, "the character U+", "control character"));
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("malformed")
  void saysInPlainWordsWhatIsMalformedAndWhere(
      String xml, int line, int column, String message, String remedy) throws IOException {
    assertThat(parse(xml)).isFalse();
    Diagnostic finding = only();
    assertThat(finding.code()).isEqualTo(Code.XML_MALFORMED);
    assertThat(finding.message()).contains(message);
    assertThat(finding.remedy()).contains(remedy);
    assertThat(finding.location().file()).isEqualTo(NAME);
    assertThat(finding.location().line()).isEqualTo(line);
    assertThat(finding.location().column()).isEqualTo(column);
  }

  @Test
  void passesOnEventsBeforeTheMistake() throws IOException {
    parse("<a><b/><c></a>");
    assertThat(heard.elements).containsExactly("a", "b", "c");
    assertThat(heard.ended).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\r\n\t "})
  void callsAFileWithoutContentEmpty(String nothing) throws IOException {
    assertThat(parse(nothing)).isFalse();
    assertThat(only().code()).isEqualTo(Code.XML_EMPTY);
  }

  @Test
  void saysThatAFileIsNotInItsEncodingAndWhere() throws IOException {
    assertThat(parse("<a>\n<b>é</b></a>".getBytes(StandardCharsets.ISO_8859_1))).isFalse();
    assertThat(only().code()).isEqualTo(Code.XML_ENCODING);
    assertThat(only().remedy()).contains("UTF-8");
    assertThat(only().location().line()).isEqualTo(2);
  }

  @Test
  void readsTheEncodingThatAFileDeclares() throws IOException {
    String xml = "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>";
    assertThat(parse(xml.getBytes(StandardCharsets.ISO_8859_1))).isTrue();
    assertThat(heard.text).hasToString("é");
  }

  @Test
  void readsAFileWithAByteOrderMark() throws IOException {
    assertThat(parse("\uFEFF<?xml version='1.0'?><a>中</a>")).isTrue();
    assertThat(heard.text).hasToString("中");
    assertThat(findings.sorted()).isEmpty();
  }

  @Test
  void readsUtf16WithAByteOrderMark() throws IOException {
    assertThat(parse("<a>中</a>".getBytes(StandardCharsets.UTF_16))).isTrue();
    assertThat(heard.text).hasToString("中");
  }

  @Test
  void takesCarriageReturnAndNewlineAsOneLineEnd() throws IOException {
    assertThat(parse("<a>one\r\ntwo\r\n</a>")).isTrue();
    assertThat(heard.text).hasToString("one\ntwo\n");
    parse("<a>\r\n<b>\r\n</a>");
    assertThat(only().location().line()).isEqualTo(3);
  }

  @Test
  void stopsABillionLaughs() throws IOException {
    StringBuilder xml = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 10; i++) {
      String before = "&l" + (i - 1) + ";";
      xml.append("<!ENTITY l" + i + " '" + before.repeat(10) + "'>");
    }
    assertThat(parse(xml + "]><a>&l9;</a>")).isFalse();
    assertThat(only().code()).isEqualTo(Code.XML_LIMIT);
    assertThat(heard.text).hasSizeLessThan(1_000_000);
  }

  @Test
  void stopsAQuadraticBlowUp() throws IOException {
    String xml = "<!DOCTYPE a [<!ENTITY l '" + "x".repeat(50_000) + "'>]><a>";
    assertThat(parse(xml + "&l;".repeat(5_000) + "</a>")).isFalse();
    assertThat(only().code()).isEqualTo(Code.XML_LIMIT);
    assertThat(heard.text).hasSizeLessThanOrEqualTo(20_000_000);
  }

  @Test
  void stopsEntitiesThatGrowInAttributes() throws IOException {
    String declared = "<!DOCTYPE a [<!ENTITY e '" + "x".repeat(100_000) + "'>";
    String alone = declared + "]><a n='" + "&e;".repeat(9_000) + "'/>";
    String nested =
        declared
            + "<!ENTITY f '"
            + "&e;".repeat(50)
            + "'>]><a>"
            + "<b n='&f;'/>".repeat(150)
            + "</a>";
    for (String text : List.of(alone, nested)) {
      assertThat(parse(text)).isFalse();
      assertThat(findings.sorted().get(0).code()).isEqualTo(Code.XML_LIMIT);
      assertThat(findings.sorted().get(0).message()).contains("entities expand to more than");
    }
    assertThat(heard.elements).isEmpty();
  }

  @Test
  void refusesAFileThatIsTooLargeForTheMemory() throws IOException {
    Path path =
        Files.writeString(fence.resolve("letter.xml"), "<a>" + " ".repeat(3_000_000) + "</a>");
    SourceFile file = new SourceFile(path, NAME, NAME);
    assertThat(new SafeParser(fence, 2_000_000).parse(file, List.of(heard), findings)).isFalse();
    assertThat(findings.sorted())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(Code.XML_LIMIT);
              assertThat(finding.message()).contains("it has 3 MB, and 2 MB can be read");
            });
  }

  @Test
  void saysWhichEncodingAFileIsInAndWhichItDeclares() throws IOException {
    assertThat(
            parse("<?xml version='1.0' encoding='UTF-8'?><a/>".getBytes(StandardCharsets.UTF_16)))
        .isFalse();
    assertThat(
            parse("<?xml version='1.0' encoding='UTF-16'?><a/>".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
    assertThat(findings.sorted()).extracting(Diagnostic::code).containsOnly(Code.XML_ENCODING);
    assertThat(findings.sorted().toString())
        .contains("it is in UTF-16 and declares UTF-8", "declares UTF-16 but its characters have");
  }

  @Test
  void expandsADecentNumberOfEntities() throws IOException {
    assertThat(parse("<!DOCTYPE a [<!ENTITY l 'x'>]><a>" + "&l;".repeat(500) + "</a>")).isTrue();
    assertThat(heard.text).hasSize(500);
  }

  @Test
  void refusesAnExternalEntityOutsideTheFence() throws IOException {
    Path secret = temp.resolve("secret.txt");
    Files.writeString(secret, "secret");
    assertThat(parse("<!DOCTYPE a [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]><a>&s;</a>"))
        .isFalse();
    assertThat(only().code()).isEqualTo(Code.XML_FENCE);
    assertThat(heard.text.toString()).doesNotContain("secret");
  }

  @Test
  void refusesAnEntityThatClimbsOutOfTheFence() throws IOException {
    Files.writeString(temp.resolve("secret.txt"), "secret");
    assertThat(parse("<!DOCTYPE a [<!ENTITY s SYSTEM '../secret.txt'>]><a>&s;</a>")).isFalse();
    assertThat(only().code()).isEqualTo(Code.XML_FENCE);
    assertThat(only().message()).contains("secret.txt");
  }

  @Test
  void refusesAnEntityBehindASymbolicLinkThatLeavesTheFence() throws IOException {
    Path secret = Files.writeString(temp.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(fence.resolve("inside.txt"), secret);
    assertThat(parse("<!DOCTYPE a [<!ENTITY s SYSTEM 'inside.txt'>]><a>&s;</a>")).isFalse();
    assertThat(only().code()).isEqualTo(Code.XML_FENCE);
  }

  @Test
  void refusesAnEntityFromTheNetwork() throws IOException {
    assertThat(parse("<!DOCTYPE a [<!ENTITY s SYSTEM 'http://localhost:9/x'>]><a>&s;</a>"))
        .isFalse();
    assertThat(only().code()).isEqualTo(Code.XML_FENCE);
  }

  @Test
  void readsAnExternalEntityInsideTheFence() throws IOException {
    Files.writeString(fence.resolve("part.xml"), "<b>part</b>");
    assertThat(parse("<!DOCTYPE a [<!ENTITY p SYSTEM 'part.xml'>]><a>&p;</a>")).isTrue();
    assertThat(heard.elements).containsExactly("a", "b");
    assertThat(heard.text).hasToString("part");
    assertThat(findings.sorted()).isEmpty();
  }

  @Test
  void readsADtdInsideTheFence() throws IOException {
    Files.writeString(fence.resolve("own.dtd"), "<!ENTITY eacute 'é'>");
    assertThat(parse("<!DOCTYPE a SYSTEM 'own.dtd'><a>&eacute;</a>")).isTrue();
    assertThat(heard.text).hasToString("é");
  }

  @Test
  void passesOverADtdElsewhereWithAWarning() throws IOException {
    assertThat(parse("<!DOCTYPE a SYSTEM 'http://localhost:9/tei.dtd'><a>x</a>")).isTrue();
    assertThat(only().code()).isEqualTo(Code.XML_DTD_SKIPPED);
    assertThat(only().message()).contains("http://localhost:9/tei.dtd");
    assertThat(heard.text).hasToString("x");
  }

  @Test
  void stopsElementsThatAreNestedWithoutEnd() throws IOException {
    int depth = Limits.DEPTH + 1;
    assertThat(parse("<a>".repeat(depth) + "</a>".repeat(depth))).isFalse();
    assertThat(only().code()).isEqualTo(Code.XML_LIMIT);
    assertThat(only().message()).contains(String.valueOf(Limits.DEPTH));
  }

  @Test
  void readsElementsNestedUpToTheLimit() throws IOException {
    assertThat(parse("<a>".repeat(Limits.DEPTH) + "</a>".repeat(Limits.DEPTH))).isTrue();
    assertThat(heard.elements).hasSize(Limits.DEPTH);
  }

  @Test
  void saysThatAFileIsMissing() {
    SourceFile absent = new SourceFile(fence.resolve("absent.xml"), NAME, NAME);
    assertThat(new SafeParser(fence).parse(absent, List.of(heard), findings)).isFalse();
    assertThat(only().code()).isEqualTo(Code.XML_UNREADABLE);
    assertThat(only().message()).contains("there is no such file");
  }

  @Test
  void handsEveryEventToEveryHandler() throws IOException {
    Heard second = new Heard();
    Path file = Files.writeString(fence.resolve("letter.xml"), "<a>x<b/></a>");
    SourceFile source = new SourceFile(file, NAME, NAME);
    assertThat(new SafeParser(fence).parse(source, List.of(heard, second), findings)).isTrue();
    assertThat(second.elements).isEqualTo(heard.elements).containsExactly("a", "b");
    assertThat(second.text).hasToString("x");
    assertThat(second.ended).isTrue();
  }

  private boolean parse(String xml) throws IOException {
    return parse(xml.getBytes(StandardCharsets.UTF_8));
  }

  private boolean parse(byte[] bytes) throws IOException {
    Path file = Files.write(fence.resolve("letter.xml"), bytes);
    SourceFile source = new SourceFile(file, NAME, NAME);
    return new SafeParser(fence).parse(source, List.of(heard), findings);
  }

  private Diagnostic only() {
    assertThat(findings.sorted()).hasSize(1);
    return findings.sorted().get(0);
  }

  /** What the parser told. */
  private static final class Heard extends DefaultHandler {
    final List<String> elements = new java.util.ArrayList<>();
    final StringBuilder text = new StringBuilder();
    boolean ended;

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      elements.add(local);
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void endDocument() {
      ended = true;
    }
  }
}
