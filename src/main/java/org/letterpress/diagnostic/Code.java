package org.letterpress.diagnostic;

/**
 * The catalogue: every finding letterpress can make, with its stable code, weight, words and remedy.
 *
 * <p>In messages and remedies {@code {0}}, {@code {1}} ... stand for arguments. A code that was ever
 * published is never given another meaning. Each code has a page in {@code src/docs/diagnostics}.
 */
public enum Code {
  // Reading: LP-XML
  XML_MALFORMED(
      "LP-XML-001",
      Severity.ERROR,
      "the file is not well-formed XML: {0}",
      "{1}"),
  XML_UNREADABLE(
      "LP-XML-002",
      Severity.ERROR,
      "the file cannot be read: {0}",
      "check that the file exists and that you may read it"),
  XML_ENCODING(
      "LP-XML-003",
      Severity.ERROR,
      "the file is not in the encoding it declares: {0}",
      "save the file as UTF-8, or name its real encoding in the first line"),
  XML_FENCE(
      "LP-XML-004",
      Severity.ERROR,
      "the file asks for {0}, which lies outside the edition",
      "keep DTDs, entities and inclusions inside the edition folder"),
  XML_LIMIT(
      "LP-XML-005",
      Severity.ERROR,
      "the file goes beyond a safety limit: {0}",
      "split the file, or remove the entities that grow when they are expanded"),
  XML_EMPTY(
      "LP-XML-006",
      Severity.ERROR,
      "the file is empty",
      "restore its text from a backup, or delete the file");

  private final String id;
  private final Severity severity;
  private final String message;
  private final String remedy;

  Code(String id, Severity severity, String message, String remedy) {
    this.id = id;
    this.severity = severity;
    this.message = message;
    this.remedy = remedy;
  }

  /** The stable public code, for instance {@code LP-XML-001}. */
  public String id() {
    return id;
  }

  /** The weight this finding has unless something says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** The message with its arguments filled in. */
  public String message(Object... arguments) {
    return fill(message, arguments);
  }

  /** The remedy with its arguments filled in. */
  public String remedy(Object... arguments) {
    return fill(remedy, arguments);
  }

  private static String fill(String pattern, Object... arguments) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '{' && at + 2 < pattern.length() && pattern.charAt(at + 2) == '}') {
        int index = pattern.charAt(at + 1) - '0';
        out.append(index < arguments.length ? arguments[index] : "");
        at += 3;
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }
}
