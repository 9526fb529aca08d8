package org.letterpress.validate.edition;

import org.xml.sax.Attributes;

/** Follows one parse and looks at a single subject. */
interface Observer {
  /** An element has begun. */
  default void start(OpenElement element, Attributes attributes) {}

  /** All characters between two tags; never none. */
  default void text(OpenElement in, TextRun run) {}

  /** An element ends. */
  default void end(OpenElement element) {}

  /** The file has ended. */
  default void finish() {}
}
