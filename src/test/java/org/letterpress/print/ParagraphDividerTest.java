package org.letterpress.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.source.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** What becomes of very long paragraphs, and of inlines without words, on their way to FOP. */
class ParagraphDividerTest {
  private final List<Diagnostic> findings = new ArrayList<>();

  @Test
  void whatIsNotVeryLongPassesAsItIs() throws Exception {
    String fo =
        "<block id=\"a\">One <inline id=\"b\">two</inline> three<block/>four"
            + "<table><table-cell><block>five</block></table-cell></table> six</block>";
    assertThat(divided(fo)).isEqualTo("<root>" + fo + "</root>");
    assertThat(divided("<block>" + words(3_000, "") + "</block>"))
        .as("just below the bound")
        .isEqualTo("<root><block>" + words(3_000, "") + "</block></root>");
    assertThat(findings).isEmpty();
  }

  @Test
  void aVeryLongParagraphIsDividedBetweenItsWordsAndNoneIsLost() throws Exception {
    String text = words(10_000, "w");
    String out = divided("<block id=\"x\" text-align=\"justify\">" + text + "</block>");
    String parts = out.replaceAll("</?root>|^<root><block[^>]*>|</block></root>$", "");
    assertThat(out.replaceAll("<[^>]*>", "")).isEqualTo(text);
    assertThat(parts.split("</block>")).hasSizeGreaterThan(10);
    for (String part : parts.split("</block>")) {
      String words = part.replaceAll("<[^>]*>", "");
      assertThat(words.length()).isLessThan(ParagraphDivider.LONGEST);
      assertThat(words).matches("(?s)(w\\d+ )*(w\\d+ ?)?");
    }
    assertThat(findings).extracting(Diagnostic::code).containsExactly(Code.PRINT_DIVIDED);
    assertThat(findings.get(0).message()).contains("\"x\"", String.valueOf(text.length()));
  }

  @Test
  void theReaderAndTheTagsSeeOneParagraph() throws Exception {
    String out = divided("<block text-align=\"justify\">" + words(4_000, "w") + "</block>");
    List<String> starts = starts(out);
    assertThat(starts.get(1))
        .as("first")
        .isEqualTo("<block role=\"Span\" text-align-last=\"justify\">");
    assertThat(starts.subList(2, starts.size() - 1))
        .isNotEmpty()
        .containsOnly("<block role=\"Span\" text-indent=\"0pt\" text-align-last=\"justify\">");
    assertThat(starts.get(starts.size() - 1))
        .as("last")
        .isEqualTo("<block role=\"Span\" text-indent=\"0pt\">");
  }

  @Test
  void linesThatAreNotJustifiedAreNotStretched() throws Exception {
    String inside = "<block text-align=\"justify\"><block text-align=\"center\"><block>";
    String out = divided(inside + words(4_000, "w") + "</block></block></block>");
    assertThat(starts(out)).hasSizeGreaterThan(6);
    assertThat(out).doesNotContain("text-align-last");
  }

  @Test
  void elementsInTheLineAreClosedAndOpenedAgainWithoutTheirIds() throws Exception {
    String out =
        divided(
            "<block>"
                + "<inline id=\"i\" font-style=\"italic\"><basic-link id=\"l\" external-destination=\"u\">"
                + words(4_000, "w")
                + "</basic-link></inline></block>");
    assertThat(out.split("id=\"i\"", -1)).hasSize(2);
    assertThat(out.split("id=\"l\"", -1)).hasSize(2);
    assertThat(out)
        .contains(
            "</basic-link></inline></block><block role=\"Span\" text-indent=\"0pt\">"
                + "<inline font-style=\"italic\"><basic-link external-destination=\"u\">");
  }

  @Test
  void aNoteIsNeverPartedFromItsCallAndIsDividedByItself() throws Exception {
    String note =
        "<footnote><inline>1</inline><footnote-body><block>%s</block></footnote-body></footnote>";
    String small = String.format(note, "small");
    String text = "a".repeat(ParagraphDivider.PART / 2) + " ";
    String out = divided("<block>" + (text + small).repeat(20) + "</block>");
    assertThat(out.split(small, -1)).hasSize(21);
    String large = divided("<block>Short." + String.format(note, words(4_000, "w")) + "</block>");
    assertThat(large)
        .startsWith(
            "<root><block>Short.<footnote><inline>1</inline><footnote-body><block><block role")
        .endsWith("</block></block></footnote-body></footnote></block></root>");
  }

  @Test
  void linesAfterATableAreDividedToo() throws Exception {
    String table = "<table><table-cell><block>cell</block></table-cell></table>";
    String out = divided("<block>before" + table + words(4_000, "w") + "</block>");
    assertThat(out).startsWith("<root><block>before" + table + "<block role=\"Span\">w0");
    assertThat(starts(out)).filteredOn(start -> start.contains("Span")).hasSizeGreaterThan(4);
  }

  @Test
  void chineseIsDividedBetweenItsSignsAndAnEndlessWordNotAtAll() throws Exception {
    String chinese = "毛泽东致金日成".repeat(4_000);
    String out = divided("<block>" + chinese + "</block>");
    assertThat(out.replaceAll("<[^>]*>", "")).isEqualTo(chinese);
    assertThat(starts(out)).hasSizeGreaterThan(4);
    String endless = "x".repeat(50_000);
    assertThat(divided("<block>" + endless + "</block>").replaceAll("<[^>]*>", ""))
        .isEqualTo(endless);
  }

  @Test
  void anInlineWithoutWordsBecomesAWrapper() throws Exception {
    assertThat(filled("<inline id=\"a\">text<inline id=\"b\"> </inline></inline>"))
        .isEqualTo("<root><inline id=\"a\">text<wrapper id=\"b\"> </wrapper></inline></root>");
    assertThat(filled("<inline id=\"a\"><inline id=\"b\"/>\n</inline>"))
        .isEqualTo("<root><wrapper id=\"a\"><wrapper id=\"b\"></wrapper>\n</wrapper></root>");
    String words = "<inline id=\"a\"><inline id=\"b\"> x</inline><leader></leader> </inline>";
    assertThat(filled(words)).isEqualTo("<root>" + words + "</root>");
    String picture = "<inline id=\"a\"><external-graphic src=\"s\"></external-graphic></inline>";
    assertThat(filled(picture)).isEqualTo("<root>" + picture + "</root>");
  }

  private static String words(int count, String start) {
    return IntStream.range(0, count).mapToObj(n -> start + n).collect(Collectors.joining(" "));
  }

  private static List<String> starts(String out) {
    List<String> starts = new ArrayList<>();
    java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("<block[^>]*>").matcher(out);
    while (matcher.find()) {
      starts.add(matcher.group());
    }
    return starts;
  }

  private String divided(String fo) throws Exception {
    StringBuilder out = new StringBuilder();
    parse(
        fo,
        new ParagraphDivider(new Written(out), new Reports(findings::add, Origins.of("a.xml"))));
    return out.toString().replace("<block></block>", "<block/>");
  }

  private static String filled(String fo) throws Exception {
    StringBuilder out = new StringBuilder();
    parse(fo, new EmptyInlines(new Written(out)));
    return out.toString();
  }

  private static void parse(String fo, org.xml.sax.ContentHandler handler) throws Exception {
    XMLReader reader = SafeParser.newReader();
    reader.setContentHandler(handler);
    reader.parse(
        new InputSource(new StringReader("<root xmlns='" + FoFilter.FO + "'>" + fo + "</root>")));
  }

  /** Writes events down as tags. */
  private static final class Written extends DefaultHandler {
    private final StringBuilder out;

    private Written(StringBuilder out) {
      this.out = out;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      out.append('<').append(local);
      for (int i = 0; i < attributes.getLength(); i++) {
        out.append(' ').append(attributes.getLocalName(i)).append("=\"");
        out.append(attributes.getValue(i)).append('"');
      }
      out.append('>');
    }

    @Override
    public void endElement(String uri, String local, String name) {
      out.append("</").append(local).append('>');
    }

    @Override
    public void characters(char[] text, int start, int length) {
      out.append(text, start, length);
    }
  }
}
