package org.letterpress.transform;

import net.sf.saxon.s9api.QName;

/** The names that stylesheets and Java share. */
public final class Lp {
  /** Namespace of prepared markup, modes and parameters. */
  public static final String NAMESPACE = "urn:letterpress:prepared";

  private Lp() {}

  /** A name in that namespace. */
  public static QName name(String local) {
    return new QName("lp", NAMESPACE, local);
  }
}
