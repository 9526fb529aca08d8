package org.letterpress.build;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.Wording;
import org.letterpress.site.Assets;
import org.letterpress.site.Chapters;
import org.letterpress.site.ReaderWords;

/** The pages of the edition as a whole, and what all pages share. */
final class SiteStep {
  private final Rendering rendering;

  /**
   * @param rendering what the steps share
   */
  SiteStep(Rendering rendering) {
    this.rendering = rendering;
  }

  /** Takes style sheets and scripts. */
  void assets() throws IOException {
    SortedMap<String, byte[]> assets = Assets.all();
    assets.putAll(rendering.style().files());
    assets.putAll(Chapters.scripts(rendering.index()));
    Wording wording = rendering.index().wording();
    assets.put(ReaderWords.href(wording.locale().toLanguageTag()), ReaderWords.script(wording));
    for (Map.Entry<String, byte[]> asset : assets.entrySet()) {
      rendering.staging().stage(asset.getKey(), rendering.program(), "", asset.getValue());
    }
  }

  /**
   * Makes the title page, the lists and the registers.
   *
   * @param front the prepared document of the edition itself, or null
   * @param elements the elements of register entries
   * @param fingerprint of all that the edition consists of
   */
  void pages(XdmNode front, Map<EntryFacts, XdmNode> elements, String fingerprint)
      throws IOException, SaxonApiException {
    XdmNode tree = rendering.facts().edition("edition", front, List.of(), elements::get);
    Map<String, byte[]> pages =
        rendering
            .sheets()
            .html()
            .writeAll(
                tree,
                "site",
                rendering.pageParameters(Map.of()),
                message -> rendering.guard().message(null, null, message));
    for (Map.Entry<String, byte[]> page : pages.entrySet()) {
      rendering.staging().stage(page.getKey(), fingerprint, "", page.getValue());
    }
  }
}
