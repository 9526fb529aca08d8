package org.letterpress.validate;

import java.io.IOException;

/** Says that a schema lies in the network, is not in the cache, and may not be fetched now. */
final class NotFetchedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String url;

  NotFetchedException(String url) {
    super(url + " is not in the cache, and the network is not allowed");
    this.url = url;
  }

  /** The address that would have to be fetched. */
  String url() {
    return url;
  }
}
