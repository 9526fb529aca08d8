package org.letterpress.diagnostic;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One finding: what is wrong, where, and what to do about it.
 *
 * @param code entry of the catalogue
 * @param severity usually the code's own; a Schematron role may set another
 * @param message one sentence without a full stop at its end
 * @param location where it was found
 * @param related further places that explain it, in reading order
 * @param remedy what the editor can do; empty when nothing is known
 * @param fix the change that certainly mends it, or null when an editor has to decide
 */
public record Diagnostic(
    Code code,
    Severity severity,
    String message,
    Location location,
    List<Related> related,
    String remedy,
    Fix fix)
    implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::location)
          .thenComparing(diagnostic -> diagnostic.code().id())
          .thenComparing(Diagnostic::message);

  /** A further place that a finding points at. */
  public record Related(Location location, String message) {}

  public Diagnostic {
    Objects.requireNonNull(code);
    related = List.copyOf(related);
  }

  /** A finding that an editor has to mend. */
  public Diagnostic(
      Code code,
      Severity severity,
      String message,
      Location location,
      List<Related> related,
      String remedy) {
    this(code, severity, message, location, related, remedy, null);
  }

  /** A finding with the severity, message and remedy of the catalogue. */
  public static Diagnostic of(Code code, Location location, Object... arguments) {
    return new Diagnostic(
        code,
        code.severity(),
        code.message(arguments),
        location,
        List.of(),
        code.remedy(arguments));
  }

  /** The same finding with places that explain it. */
  public Diagnostic relatedTo(List<Related> places) {
    return new Diagnostic(code, severity, message, location, places, remedy, fix);
  }

  /** The same finding with another remedy. */
  public Diagnostic withRemedy(String other) {
    return new Diagnostic(code, severity, message, location, related, other, fix);
  }

  /** The same finding with another severity. */
  public Diagnostic withSeverity(Severity other) {
    return new Diagnostic(code, other, message, location, related, remedy, fix);
  }

  /** The same finding at another place. */
  public Diagnostic at(Location other) {
    return new Diagnostic(code, severity, message, other, related, remedy, fix);
  }

  /** The same finding with a change that certainly mends it. */
  public Diagnostic withFix(Fix certain) {
    return new Diagnostic(code, severity, message, location, related, remedy, certain);
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }
}
