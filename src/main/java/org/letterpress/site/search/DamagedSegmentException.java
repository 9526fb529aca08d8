package org.letterpress.site.search;

import java.io.IOException;

/** A segment that was kept is not what was written: somebody or some disk changed it. */
public final class DamagedSegmentException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedSegmentException(String message) {
    super(message);
  }
}
