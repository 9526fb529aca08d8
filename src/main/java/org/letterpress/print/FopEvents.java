package org.letterpress.print;

import java.util.Locale;
import org.apache.fop.events.Event;
import org.apache.fop.events.EventFormatter;
import org.apache.fop.events.EventListener;
import org.apache.fop.events.model.EventSeverity;
import org.letterpress.diagnostic.Code;
import org.xml.sax.Locator;

/** Turns what FOP has to say into findings that an editor understands. */
final class FopEvents implements EventListener {
  /** Less than this sticks out unseen: one point, in FOP's thousandths. */
  private static final int UNSEEN = 1000;

  private final Places places;
  private final Reports reports;

  FopEvents(Places places, Reports reports) {
    this.places = places;
    this.reports = reports;
  }

  @Override
  public void processEvent(Event event) {
    String id = event.getEventID().substring(event.getEventID().lastIndexOf('.') + 1);
    String lower = id.toLowerCase(Locale.ROOT);
    if (lower.contains("overflow") || lower.contains("toobig")) {
      overflow(event);
    } else if (lower.startsWith("image")) {
      reports.add(
          Code.PRINT_IMAGE, id(event), String.valueOf(event.getParam("uri")), "it cannot be read");
    } else if (event.getSeverity() == EventSeverity.ERROR) {
      reports.add(Code.PRINT_ENGINE, id(event), format(event));
    } else if (id.equals("unresolvedIDReference") || id.equals("unresolvedIDReferenceOnPage")) {
      reports.add(Code.PRINT_ENGINE, id(event), format(event));
    }
    // Left out on purpose: missing glyphs, which FoFilter reports completely and with their places,
    // languages without hyphenation patterns, and FOP's notes on its own work. What is fatal comes
    // as an exception, too.
  }

  private void overflow(Event event) {
    // Lines and blocks name the same thing differently.
    Object amount =
        event.getParam("amount") == null
            ? event.getParam("overflowLength")
            : event.getParam("amount");
    if (amount instanceof Integer thousandths && thousandths < UNSEEN) {
      return;
    }
    reports.add(Code.PRINT_OVERFLOW, id(event), where(id(event)), millimetres(amount));
  }

  /** The id of what the event is about, or an empty text. */
  private String id(Event event) {
    return event.getParam("loc") instanceof Locator locator ? places.at(locator) : "";
  }

  private static String where(String id) {
    return id.isEmpty() ? "something" : "the text at \"" + id + "\"";
  }

  private static String millimetres(Object amount) {
    return amount instanceof Integer thousandths
        ? String.format(Locale.ROOT, " by %.1f mm", thousandths / 1000.0 / 72 * 25.4)
        : "";
  }

  private static String format(Event event) {
    return oneLine(EventFormatter.format(event, Locale.ENGLISH));
  }

  /** What a failure says, as part of a sentence. */
  static String describe(Throwable problem) {
    if (problem instanceof StackOverflowError) {
      return "its elements are nested too deeply";
    }
    if (problem instanceof OutOfMemoryError) {
      return "it does not fit into memory";
    }
    Throwable deepest = problem;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null || message.isBlank()
        ? deepest.getClass().getSimpleName()
        : oneLine(message);
  }

  private static String oneLine(String message) {
    String line =
        message.replaceAll("\\s*\\(See position \\d+:\\d+\\)", "").replaceAll("\\s+", " ");
    line = line.replaceAll(" ?\\(?No context info available\\)?", "").strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
