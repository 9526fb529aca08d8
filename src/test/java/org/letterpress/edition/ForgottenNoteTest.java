package org.letterpress.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.cli.Run;

/** A style sheet that calls notes where the formatter forgets them. */
class ForgottenNoteTest {
  private static final String STYLESHEET =
      """
      <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
        xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:lp="urn:letterpress:prepared"
        xpath-default-namespace="http://www.tei-c.org/ns/1.0">
        <xsl:import href="letterpress:/xslt/fo.xsl"/>
        <xsl:template match="p" mode="lp:fo">
          <fo:list-block><fo:list-item><fo:list-item-label><fo:block><xsl:next-match/></fo:block>
          </fo:list-item-label><fo:list-item-body><fo:block>*</fo:block></fo:list-item-body>
          </fo:list-item></fo:list-block>
        </xsl:template>
      </xsl:stylesheet>
      """;

  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a-b"><teiHeader><fileDesc><titleStmt>
       <title>Letter</title></titleStmt><publicationStmt><publisher>Us</publisher>
       </publicationStmt><sourceDesc><p>A leaf</p></sourceDesc></fileDesc></teiHeader>
      <text><body><p>One
       word<note xml:id="remark">The remark.</note>.</p></body></text></TEI>
      """;

  @TempDir Path folder;

  @Test
  void isNamedWithItsLineInTheBookAndInItsLetter() throws IOException {
    Files.createDirectories(folder.resolve("tei/letters"));
    Files.createDirectories(folder.resolve("xslt"));
    Files.writeString(folder.resolve("tei/letters/a.xml"), LETTER);
    Files.writeString(folder.resolve("xslt/fo.xsl"), STYLESHEET);
    Run run = Run.in(folder, "build", "--only", "pdf");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said())
        .containsPattern("LP-PRINT-010\\]: 1 note .*\"a-b-remark\"[^\\n]*\\n +tei/letters/a\\.xml:5")
        .doesNotContainPattern("LP-PRINT-010\\][^\\n]*\\n +(?!tei/letters/a\\.xml:5)");
  }
}
