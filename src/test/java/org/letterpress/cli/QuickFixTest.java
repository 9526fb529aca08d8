package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schematron QuickFixes that ask nothing are made by {@code validate --fix}. */
class QuickFixTest {
  private static final String GRAMMAR =
      """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0">
        <start><ref name="any"/></start>
        <define name="any">
          <element><anyName/><zeroOrMore><choice>
            <attribute><anyName/></attribute><text/><ref name="any"/>
          </choice></zeroOrMore></element>
        </define>
      </grammar>
      """;

  private static final String RULES =
      """
      <sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"
          xmlns:sqf="http://www.schematron-quickfix.com/validator/process"
          xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
        <sch:let name="kind" value="'sent'"/>
        <sch:pattern><sch:rule context="tei:x">
          <sch:let name="own" value="string(@n)"/>
          <sch:assert id="no-x" test="false()" sqf:fix="f">no x</sch:assert>
          FIX
        </sch:rule></sch:pattern>
        <sqf:fixes>
          <sqf:fix id="general">
            <sqf:param name="what" default="'d'"/>
            <sqf:add node-type="attribute" target="type" select="$what"/>
          </sqf:fix>
          <sqf:group id="several">
            <sqf:fix id="one"><sqf:delete/></sqf:fix>
            <sqf:fix id="two"><sqf:delete match="@*"/></sqf:fix>
          </sqf:group>
        </sqf:fixes>
      </sch:schema>
      """;

  private static final String HEAD = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><p>\n";
  private static final String TAIL = "\n</p></TEI>\n";

  @TempDir Path folder;

  static Stream<Arguments> fixes() {
    return Stream.of(
        fix("<sqf:delete/>", "a<x n='1'><b/></x >c", "ac"),
        fix("<sqf:delete match='@n'/>", "<x  n='1'\tm='2'/>", "<x\tm='2'/>"),
        fix("<sqf:delete match='text()'/>", "<x>a &amp; &#228;</x>", "<x></x>"),
        fix("<sqf:delete match='tei:b' use-when='@n'/>", "<x n='1'><b/><b/></x>", "<x n='1'></x>"),
        fix(
            "<sqf:add node-type='attribute' target='type' select='$kind'/>",
            "<x\n  n='1' />",
            "<x\n  n='1' type=\"sent\" />"),
        fix(
            "<sqf:add node-type='attribute' target='type' select='$kind'/>",
            "<x type = 'old'/>",
            "<x type = 'sent'/>"),
        fix(
            "<sqf:add node-type='attribute' target='xml:id'>id-<sch:value-of select='$own'/></sqf:add>",
            "<x n='7'/>",
            "<x n='7' xml:id=\"id-7\"/>"),
        fix(
            "<sqf:add node-type='attribute' target='a' select='1'/>"
                + "<sqf:add node-type='attribute' target='b' select='\"&amp;&lt;\"'/>",
            "<x/>",
            "<x a=\"1\" b=\"&amp;&lt;\"/>"),
        fix("<sqf:add node-type='element' target='tei:b'>t</sqf:add>", "<x />", "<x ><b>t</b></x>"),
        fix(
            "<sqf:add node-type='element' target='tei:b' position='last-child'/>",
            "<t:x xmlns:t='http://www.tei-c.org/ns/1.0'>a</t:x>",
            "<t:x xmlns:t='http://www.tei-c.org/ns/1.0'>a<b/></t:x>"),
        fix(
            "<sqf:add position='after'><note xmlns='http://www.tei-c.org/ns/1.0'"
                + " n='{@n}'>N</note></sqf:add>",
            "<x n='3'>a</x>",
            "<x n='3'>a</x><note n=\"3\">N</note>"),
        fix(
            "<sqf:add position='before' node-type='comment'>look</sqf:add>",
            "<x/>",
            "<!--look--><x/>"),
        fix(
            "<sqf:replace node-type='element' target='tei:y' select='@*, node()'/>",
            "<x n='1'><!-- c -->&amp;<b/></x\n>",
            "<y n='1'><!-- c -->&amp;<b/></y\n>"),
        fix(
            "<sqf:replace node-type='element' target='tei:y' select='node()'/>",
            "<x n='1'>t</x>",
            "<y>t</y>"),
        fix("<sqf:replace select='string(.)'/>", "a<x>b<c>d</c></x>", "abd"),
        fix(
            "<sqf:replace match='@n' node-type='keep' target='n' select='upper-case(.)'/>",
            "<x n = 'a'/>",
            "<x n = 'A'/>"),
        fix(
            "<sqf:replace match='@n' node-type='attribute' target='key' select='.'/>",
            "<x n = '&quot;'/>",
            "<x key = '&quot;'/>"),
        fix(
            "<sqf:stringReplace match='text()' regex='(\\d+)\\s+Mk'"
                + " select='regex-group(1) || \"&#160;Mark\"'/>",
            "<x>&lt; 5  Mk, <b/>12\n Mk</x>",
            "<x>&lt; 5\u00a0Mark, <b/>12\u00a0Mark</x>"),
        fix(
            "<sqf:stringReplace match='text()' regex='_([a-z]+)_'>"
                + "<hi xmlns='http://www.tei-c.org/ns/1.0'><sch:value-of select='regex-group(1)'/>"
                + "</hi></sqf:stringReplace>",
            "<x>a _b_ c</x>",
            "<x>a <hi>b</hi> c</x>"),
        fix(
            "<sqf:param name='q' default='\"p\"'/><sch:let name='r' value='$q || \"r\"'/>"
                + "<sqf:add node-type='attribute' target='n' select='$r'/>",
            "<x/>",
            "<x n=\"pr\"/>"),
        fix(
            "<sqf:call-fix ref='general'><sqf:with-param name='what' select='\"w\"'/>"
                + "</sqf:call-fix>",
            "<x/>",
            "<x type=\"w\"/>"),
        fix("<sqf:call-fix ref='general'/>", "<x/>", "<x type=\"d\"/>"));
  }

  private static Arguments fix(String steps, String before, String after) {
    return Arguments.of(steps, before, after);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("fixes")
  void aFixIsMade(String steps, String before, String after) throws IOException {
    Run run = fix("<sqf:fix id='f'>" + steps + "</sqf:fix>", before);
    assertThat(body()).as(run.said()).isEqualTo(after);
    assertThat(run.err()).contains("fix", " in 1 file;").doesNotContain("not fixed");
  }

  static Stream<Arguments> noFixes() {
    return Stream.of(
        fix("<sqf:fix id='f'><sqf:user-entry name='u'/><sqf:delete/></sqf:fix>", "<x/>", ""),
        fix("<sqf:fix id='f' use-when='@n'><sqf:delete/></sqf:fix>", "<x/>", ""),
        fix("<sqf:fix id='f' use-for-each='1 to 2'><sqf:delete/></sqf:fix>", "<x/>", ""),
        fix(
            "<sqf:group id='f'><sqf:fix id='a'><sqf:delete/></sqf:fix>"
                + "<sqf:fix id='b'><sqf:delete/></sqf:fix></sqf:group>",
            "<x/>",
            ""),
        fix("<sqf:fix id='f'><sqf:call-fix ref='several'/></sqf:fix>", "<x/>", ""),
        fix(
            "<sqf:fix id='f'><sqf:delete match='text()'/></sqf:fix>",
            "<x>a<!-- c -->b</x>",
            "not written in one piece"),
        fix(
            "<sqf:fix id='f'><sqf:delete match='text()'/></sqf:fix>",
            "<x>a<![CDATA[b]]></x>",
            "not written in one piece"),
        fix(
            "<sqf:fix id='f'><sqf:replace select='string(.)'/></sqf:fix>",
            "<x>a<!-- c --></x>",
            "would be lost"),
        fix(
            "<sqf:fix id='f'><sqf:delete match=\".[error((), @n)]\"/></sqf:fix>",
            "<x n='1'/>",
            "failed"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("noFixes")
  void aFixThatAsksOrCannotBeMadeIsLeft(String fix, String body, String reason) throws IOException {
    Run run = fix(fix, body);
    assertThat(body()).isEqualTo(body);
    assertThat(run.out()).contains("no x [no-x]");
    assertThat(run.err()).contains("0 fixes in 0 files").contains(reason);
    if (reason.isEmpty()) {
      assertThat(run.err()).doesNotContain("not fixed");
    }
  }

  @Test
  void theDefaultOfSeveralFixesIsMade() throws IOException {
    write("<x n='1'/>");
    String rules =
        RULES
            .replace("FIX", "")
            .replace("sqf:fix=\"f\"", "sqf:fix=\"several\" sqf:default-fix=\"two\"");
    Files.writeString(folder.resolve("schema/letterpress.sch"), rules);
    Run.in(folder, "validate", "--fix", "a.xml");
    assertThat(body()).isEqualTo("<x/>");
  }

  @Test
  void ofOverlappingFixesTheFirstIsMade() throws IOException {
    Run run = fix("<sqf:fix id='f'><sqf:delete/></sqf:fix>", "<x>a<x>b</x></x>c");
    assertThat(body()).isEqualTo("c");
    assertThat(run.err()).contains("it overlaps another fix: run --fix again", "1 fix in 1 file");
  }

  @Test
  void aFixThatCannotBeCompiledLeavesTheRulesAtWork() throws IOException {
    Run run = fix("<sqf:fix id='f'><sqf:delete match=')('/></sqf:fix>", "<x/>");
    assertThat(run.out()).contains("no x [no-x]").doesNotContain("LP-SCHEMA");
    assertThat(body()).isEqualTo("<x/>");
  }

  @Test
  void parametersOfAbstractPatternsHoldInFixes() throws IOException {
    write("<y/>");
    String pattern =
        """
        <sch:pattern abstract="true" id="no"><sch:rule context="$what">
          <sch:report test="true()" sqf:fix="f">no</sch:report>
          <sqf:fix id="f"><sqf:add node-type="attribute" target="n" select="name($what/../tei:y)"/></sqf:fix>
        </sch:rule></sch:pattern>
        <sch:pattern is-a="no"><sch:param name="what" value="tei:y"/></sch:pattern>
        """;
    Files.writeString(
        folder.resolve("schema/letterpress.sch"),
        RULES
            .replace("FIX", "")
            .replace("<sqf:fixes>", pattern + "<sqf:fixes>")
            .replace(" sqf:fix=\"f\">no x", ">no x")
            .replace("name($what/../tei:y)", "local-name(../$what)"));
    Run run = Run.in(folder, "validate", "--fix", "a.xml");
    assertThat(body()).as(run.said()).isEqualTo("<y n=\"y\"/>");
  }

  private Run fix(String fix, String body) throws IOException {
    write(body);
    Files.writeString(folder.resolve("schema/letterpress.sch"), RULES.replace("FIX", fix));
    return Run.in(folder, "validate", "--fix", "a.xml");
  }

  private void write(String body) throws IOException {
    Files.createDirectories(folder.resolve("schema"));
    Files.writeString(folder.resolve("schema/letterpress.rng"), GRAMMAR);
    Files.writeString(folder.resolve("a.xml"), HEAD + body + TAIL);
  }

  private String body() throws IOException {
    String text = Files.readString(folder.resolve("a.xml"));
    assertThat(text).startsWith(HEAD).endsWith(TAIL);
    return text.substring(HEAD.length(), text.length() - TAIL.length());
  }
}
