package org.letterpress.cli;

/** Letters without a fault. */
final class Sample {
  private Sample() {}

  /**
   * A letter about which nothing is to be said.
   *
   * @param id its xml:id
   * @param body the content of its body
   */
  static String letter(String id, String body) {
    return """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s">
      <teiHeader>
        <fileDesc>
          <titleStmt><title>A letter</title></titleStmt>
          <publicationStmt><publisher>Us</publisher>
            <availability><licence target="https://example.org/">Free</licence></availability>
          </publicationStmt>
          <sourceDesc><p>A leaf</p></sourceDesc>
        </fileDesc>
        <profileDesc>
          <correspDesc>
            <correspAction type="sent"><persName>Anna</persName><date when="1900-01-01"/></correspAction>
            <correspAction type="received"><persName>Berta</persName></correspAction>
          </correspDesc>
        </profileDesc>
      </teiHeader>
      <text><body>%s</body></text>
    </TEI>
    """
        .formatted(id, body);
  }
}
