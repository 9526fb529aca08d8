package org.letterpress.build;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.letter.EditionFacts;
import org.letterpress.letter.Wording;
import org.letterpress.site.Assets;
import org.letterpress.site.Chapters;
import org.letterpress.site.PreviewImage;
import org.letterpress.site.ReaderWords;
import org.letterpress.site.SitePages;
import org.letterpress.transform.TreeText;

/** The pages of the edition as a whole, and what all pages share. */
final class SiteStep {
  private final Rendering rendering;

  /**
   * @param rendering what the steps share
   */
  SiteStep(Rendering rendering) {
    this.rendering = rendering;
  }

  /** Takes style sheets and scripts; those of a language into the folder of its pages. */
  void assets() throws IOException {
    SortedMap<String, byte[]> assets = new TreeMap<>();
    if (rendering.languages().isOwn()) {
      assets.putAll(Assets.all());
      assets.putAll(rendering.style().files());
    }
    assets.putAll(Chapters.scripts(rendering.index()));
    Wording wording = rendering.index().wording();
    assets.put(ReaderWords.HREF, ReaderWords.script(wording));
    if (rendering.languages().isOwn()) {
      preview();
    }
    for (Map.Entry<String, byte[]> asset : assets.entrySet()) {
      String fingerprint = new Fingerprint().add(asset.getValue()).hex();
      if (!rendering.staging().keepFresh(asset.getKey(), fingerprint)) {
        rendering.staging().stage(asset.getKey(), fingerprint, "", asset.getValue());
      }
    }
  }

  /** The picture beside links to the edition; they need an address that the settings tell. */
  private void preview() throws IOException {
    if (rendering.edition().settings().site().url().isEmpty()) {
      return;
    }
    EditionFacts edition = rendering.index().edition();
    Wording wording = rendering.index().wording();
    String title = rendering.index().title();
    String editors =
        edition.editors().isEmpty()
            ? ""
            : wording.label("edited-by", wording.list(edition.editors()));
    String fingerprint =
        rendering.fingerprint().add(title).add(edition.subtitle()).add(editors).hex();
    if (!rendering.staging().keepFresh(PreviewImage.PATH, fingerprint)) {
      byte[] png = PreviewImage.png(title, edition.subtitle(), editors);
      rendering.staging().stage(PreviewImage.PATH, fingerprint, "", png);
    }
  }

  /**
   * Makes the title page, the lists and the registers.
   *
   * @param jobs runs the work on many pages at once
   * @param front gives the prepared document of the edition itself, or null
   * @param elements the elements of register entries
   */
  void pages(Jobs jobs, Supplier<XdmNode> front, Elements elements) {
    SitePages site = new SitePages(rendering.index(), rendering.facts(), front, elements);
    jobs.map(
        // A server has one page for wrong addresses.
        site.pages().stream()
            .filter(page -> rendering.languages().isOwn() || !page.path().equals("404.html"))
            .toList(),
        page -> {
          if (!rendering.unaffected().has(page) || !rendering.staging().keepAsItIs(page.path())) {
            rendering.guard().run(null, () -> page(page.path(), site.tree(page)));
          }
          return null;
        });
  }

  /** Makes a page of its tree. */
  void page(String path, XdmNode tree) throws IOException, SaxonApiException {
    String fingerprint = rendering.fingerprint().add(TreeText.of(tree)).hex();
    if (rendering.staging().keepFresh(path, fingerprint)) {
      return;
    }
    // What has a finding is made anew by the next build, so that the finding is not forgotten.
    AtomicBoolean sound = new AtomicBoolean(true);
    byte[] page =
        rendering
            .sheets()
            .html()
            .write(
                tree,
                "site",
                rendering.pageParameters(Map.of()),
                message -> {
                  sound.set(false);
                  rendering.guard().message(null, null, message);
                });
    if (sound.get()) {
      rendering.staging().stage(path, fingerprint, "", page);
    } else {
      rendering.staging().stageUnsound(path, "", page);
    }
  }
}
