package org.letterpress.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they are found on disk. */
class SourceFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'>",
        "\u00EF\u00BB\u00BF<?xml version='1.0'?>\r\n<TEI>",
        "<?xml version='1.0'?><!-- a > <grammar> - -- b --><?x y ? >?><teiCorpus\n>",
        "<!DOCTYPE TEI [<!ENTITY a '>'>]>\n<tei:TEI>",
        "<TEI/>"
      })
  void aTeiDocumentLooksLikeOne(String start) throws IOException {
    assertThat(file(start, StandardCharsets.ISO_8859_1).looksLikeTei()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<grammar/>",
        "<!-- <TEI> --><grammar/>",
        "<TEIX/>",
        "",
        "text",
        "<a><TEI/></a>",
        "<?xml version='1.0'?><project><TEI/></project>"
      })
  void otherXmlDoesNot(String start) throws IOException {
    assertThat(file(start, StandardCharsets.UTF_8).looksLikeTei()).isFalse();
  }

  @Test
  void itsEncodingDoesNotMatter() throws IOException {
    assertThat(file("<?xml version='1.0'?><TEI/>", StandardCharsets.UTF_16).looksLikeTei())
        .isTrue();
    assertThat(file("<TEI/>", StandardCharsets.UTF_16LE).looksLikeTei()).isTrue();
  }

  @Test
  void aFileThatIsNotThereIsNone() {
    Path path = folder.resolve("none.xml");
    assertThat(new SourceFile(path, "none.xml", "none.xml").looksLikeTei()).isFalse();
  }

  private SourceFile file(String content, Charset charset) throws IOException {
    Path path = folder.resolve("a.xml");
    Files.write(path, content.getBytes(charset));
    return new SourceFile(path, "a.xml", "a.xml");
  }
}
