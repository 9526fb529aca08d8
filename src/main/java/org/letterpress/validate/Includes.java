package org.letterpress.validate;

import java.io.IOException;

/** Decides what a schema may draw in, and opens it. Safe to use from several threads. */
@FunctionalInterface
interface Includes {
  /** For schemas that draw in nothing. */
  Includes NONE =
      address -> {
        throw new IOException("it includes " + address + ", which is not to be had here");
      };

  /**
   * Opens what a schema draws in.
   *
   * @param address absolute
   * @throws IOException when it is not there or not allowed; the message says so in one clause
   */
  SchemaText open(String address) throws IOException;
}
