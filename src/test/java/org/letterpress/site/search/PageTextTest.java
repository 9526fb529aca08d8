package org.letterpress.site.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.letterpress.site.search.Passage.Part;

class PageTextTest {
  private static List<Passage> passages(String html) {
    return PageText.of(html.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void signsBetweenWordsPartThemAndSignsInWordsDoNot() {
    assertThat(
            passages(
                """
                <div id="lp-letter"><div class="lp-reading"><p>Mus<span class="lp-sign">[</span>u\
                <span class="lp-sign">]</span>lin</p></div><dl id="lp-record"><dd><span>A</span>\
                <span class="lp-sign">, </span><span>Vienna</span></dd></dl></div>
                """))
        .extracting(Passage::part, Passage::text)
        .containsExactly(tuple(Part.TEXT, "Musulin"), tuple(Part.RECORD, "A Vienna"));
  }

  @Test
  void ofAnEntryItsNameAndFactsAreRead() {
    assertThat(
            passages(
                """
                <main id="lp-text"><article class="lp-entry"><h1>Ada</h1><dl class="lp-facts">\
                <dt>Born</dt><dd>1815</dd></dl><ul><li>Mentioned in letters</li></ul></article></main>
                """))
        .extracting(Passage::text)
        .containsExactly("Ada", "1815");
  }

  @Test
  void ofTheDiplomaticTextOnlyItsOwnWordsAreKeptWithSomeAround() {
    List<Passage> reading = List.of(new Passage("p-1", Part.TEXT, "a b c d e f g h i j k new l"));
    Passage diplomatic = new Passage("p-1", Part.TEXT, "a b c d e f g h i j k old l");
    assertThat(DiplomaticWords.of(reading, List.of(diplomatic)))
        .containsExactly(new Passage("p-1", Part.DIPLOMATIC, "f g h i j k old l"));
    assertThat(DiplomaticWords.of(List.of(diplomatic), List.of(diplomatic))).isEmpty();
  }
}
