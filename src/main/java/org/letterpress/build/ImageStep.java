package org.letterpress.build;

import java.io.IOException;
import java.util.Map;
import org.letterpress.diagnostic.Code;
import org.letterpress.image.EditionImages;
import org.letterpress.image.EditionImages.Published;
import org.letterpress.site.FacsimileViewer;

/** Puts the images of the edition, and smaller copies of large ones, into the site. Thread-safe. */
final class ImageStep {
  /** The way in which smaller copies are made: another number makes them all anew. */
  private static final String MAKING = "1";

  private final Rendering rendering;

  /**
   * @param rendering what the steps share
   */
  ImageStep(Rendering rendering) {
    this.rendering = rendering;
  }

  /** Puts all images into the site, and the viewer, if there are images to view. */
  void images(Jobs jobs, EditionImages images) throws IOException {
    if (!images.isEmpty()) {
      viewer();
    }
    jobs.map(
        images.published(),
        image -> {
          rendering.guard().run(image.source(), () -> put(image));
          return null;
        });
  }

  /** Takes the viewer of facsimiles. */
  void viewer() throws IOException {
    for (Map.Entry<String, byte[]> file : FacsimileViewer.files().entrySet()) {
      rendering.staging().stage(file.getKey(), rendering.program(), "", file.getValue());
    }
  }

  private void put(Published image) throws IOException {
    String fingerprint =
        image.image().key() + " " + image.image().fingerprint() + " " + MAKING + image.side();
    if (rendering.staging().keepFresh(image.path(), fingerprint)) {
      return;
    }
    String source = image.source().key();
    if (image.side() > 0) {
      byte[] smaller;
      try {
        smaller = image.image().smaller(image.side());
      } catch (IOException damaged) {
        rendering
            .findings()
            .add(Code.FACS_DAMAGED, image.use().in(image.source().name()), image.image().key());
        // A browser may still make something of it.
        rendering.staging().stageUnsound(image.path(), source, image.image().path());
        return;
      }
      rendering.staging().stage(image.path(), fingerprint, source, smaller);
    } else {
      rendering.staging().stage(image.path(), fingerprint, source, image.image().path());
    }
  }
}
