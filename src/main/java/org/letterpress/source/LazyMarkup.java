package org.letterpress.source;

import java.util.function.Supplier;

/** The markup of a file, found when it is first asked for. For one thread. */
public final class LazyMarkup implements Supplier<Markup> {
  private final byte[] bytes;
  private boolean known;
  private Markup markup;

  /**
   * @param bytes of a file that is well-formed as far as anybody will ask
   */
  public LazyMarkup(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The markup, or null when the bytes cannot be written back as they are. */
  @Override
  public Markup get() {
    if (!known) {
      markup = Markup.of(bytes).orElse(null);
      known = true;
    }
    return markup;
  }
}
