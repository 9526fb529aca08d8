package org.letterpress.build;

import java.io.IOException;
import org.letterpress.diagnostic.Code;
import org.letterpress.image.EditionImages;
import org.letterpress.image.EditionImages.Published;

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

  /** Puts all images into the site. */
  void images(Jobs jobs, EditionImages images) {
    jobs.map(
        images.published(),
        image -> {
          rendering.guard().run(image.source(), () -> put(image));
          return null;
        });
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
