package org.letterpress.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.letterpress.diagnostic.Edit;

/** Tags, attributes and texts are found where they stand in a file. */
class MarkupTest {
  @Test
  void aTagIsFoundByTheEndOfItsStartTag() {
    Markup markup = markup("<a>\r\n<b c='>' d = \"/\"\n >x</b ><e /></a>");
    Markup.Tag tag = markup.endingAt(3, 3);
    assertThat(tag.name()).isEqualTo("b");
    assertThat(markup.text().substring(tag.start(), tag.after()))
        .isEqualTo("<b c='>' d = \"/\"\n >x</b >");
    assertThat(tag.attributes()).extracting(Markup.Attribute::name).containsExactly("c", "d");
    assertThat(tag.isEmpty()).isFalse();
    assertThat(markup.endingAt(3, 14).isEmpty()).isTrue();
    assertThat(markup.endingAt(3, 4)).isNull();
    assertThat(markup.endingAt(9, 1)).isNull();
  }

  @Test
  void whatOnlyLooksLikeATagIsNone() {
    Markup markup =
        markup(
            "<!DOCTYPE a [<!ENTITY e \"<x>\"><!-- ' <y> --><?p <z>?>]>\n"
                + "<a><!-- <b> --><![CDATA[<c>]]><?d <e>?></a>");
    assertThat(markup.endingAt(2, 4).after()).isEqualTo(markup.text().length());
    assertThat(markup.endingAt(2, 12)).isNull();
    assertThat(markup.endingAt(2, 28)).isNull();
    assertThat(markup.endingAt(1, 29)).isNull();
  }

  @Test
  void theTextsOfAnElementAreKnownSignBySign() {
    Markup markup = markup("<a>x&#xE4;<!-- c -->\r\n<b>no</b><?pi?>&lt;<![CDATA[&]]>&e;</a>");
    List<TextRun> runs = markup.texts(markup.endingAt(1, 4));
    assertThat(runs).extracting(TextRun::value).containsExactly("xä\n", "<&\uFFFF");
    assertThat(runs.get(0).isOnePiece(0, 2)).isTrue();
    assertThat(runs.get(0).isOnePiece(0, 3)).isFalse();
    assertThat(runs.get(1).isOnePiece(0, 2)).isFalse();
    assertThat(markup.text().substring(runs.get(0).starts().get(1), runs.get(0).ends().get(1)))
        .isEqualTo("&#xE4;");
  }

  @Test
  void bytesThatCannotBeWrittenBackHaveNoMarkup() {
    assertThat(Markup.of(new byte[] {'<', 'a', '>', (byte) 0xC0, (byte) 0x80})).isEmpty();
  }

  @Test
  void whatTheEncodingLacksIsWrittenAsAReference() throws Exception {
    String text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>\u00e9</a>";
    Markup markup = Markup.of(text.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();
    assertThat(markup.escape("\u00e9\u4e2d<\r")).isEqualTo("\u00e9&#x4E2D;&lt;&#xD;");
    assertThat(markup.escapeValue("\"'\n", '\'')).isEqualTo("\"&apos;&#xA;");
    byte[] changed = markup.with(List.of(new Edit(44, 45, "b"), new Edit(49, 50, "b")));
    assertThat(new String(changed, StandardCharsets.ISO_8859_1))
        .isEqualTo(text.replace("<a>", "<b>").replace("</a>", "</b>"));
  }

  private static Markup markup(String text) {
    return Markup.of(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
