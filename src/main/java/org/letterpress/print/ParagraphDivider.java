package org.letterpress.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.letterpress.diagnostic.Code;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Divides very long paragraphs, because FOP weighs all lines of a paragraph against each other:
 * time and memory grow with the square of its length, and some ten thousand words never come to an
 * end.
 *
 * <p>Line material of a block beyond {@link #LONGEST} signs is set as several blocks inside that
 * block, divided between words. The last line of each but the last is justified like any other, so
 * that the reader sees one paragraph; the tags say so, too. What stands in the line and is no text
 * (notes, pictures) is never divided, but the blocks in it are, each for itself.
 */
final class ParagraphDivider extends DefaultHandler {
  /** Signs that a paragraph may have: more than the longest of real letters. */
  static final int LONGEST = 16_000;

  /** Signs of one part, about. */
  static final int PART = 4_000;

  /** Elements that may be closed and opened again. */
  private static final Set<String> DIVISIBLE =
      Set.of("inline", "basic-link", "wrapper", "bidi-override");

  /** Elements that end the lines before them; the last two have to come first in their block. */
  private static final Set<String> BLOCK_LEVEL =
      Set.of(
          "block",
          "block-container",
          "table",
          "table-and-caption",
          "list-block",
          "marker",
          "initial-property-set");

  private final ContentHandler target;
  private final Reports reports;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final Deque<Boolean> justified = new ArrayDeque<>();
  private final Deque<String> ids = new ArrayDeque<>();

  ParagraphDivider(ContentHandler target, Reports reports) {
    this.target = target;
    this.reports = reports;
    levels.push(new Level(false, event -> event.sendTo(target)));
    justified.push(false);
    ids.push("");
  }

  private interface Sink {
    void accept(FoEvent event) throws SAXException;
  }

  /** An open block, or an element between blocks: a table, a list, the document. */
  private static final class Level {
    private final boolean block;
    private final Sink sink;
    private final Deque<FoEvent.Start> open = new ArrayDeque<>();
    private List<FoEvent> run = new ArrayList<>();
    private int indivisible;
    private int length;

    private Level(boolean block, Sink sink) {
      this.block = block;
      this.sink = sink;
    }

    /** Where an event inside this level goes: lines are kept, everything else goes on. */
    private Sink inner() {
      return block && !open.isEmpty() ? run::add : sink;
    }
  }

  @Override
  public void startDocument() throws SAXException {
    target.startDocument();
  }

  @Override
  public void endDocument() throws SAXException {
    target.endDocument();
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    FoEvent.Start start = new FoEvent.Start(uri, local, name, new AttributesImpl(attributes));
    String align = attributes.getValue("", "text-align");
    justified.push(
        align == null || align.equals("inherit") ? justified.peek() : align.equals("justify"));
    String id = attributes.getValue("", "id");
    ids.push(id == null ? ids.peek() : id);
    Level level = levels.peek();
    boolean between = level.open.isEmpty() && start.is(BLOCK_LEVEL);
    if (level.block && between) {
      flush(level);
    }
    if (start.is(Set.of("block")) || level.block && between) {
      level.inner().accept(start);
      levels.push(new Level(local.equals("block"), level.inner()));
      return;
    }
    level.open.push(start);
    level.inner().accept(start);
    level.indivisible += start.is(DIVISIBLE) ? 0 : 1;
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    FoEvent.End end = new FoEvent.End(uri, local, name);
    Level level = levels.peek();
    if (level.open.isEmpty()) {
      if (level.block) {
        flush(level);
      }
      levels.pop();
      level.sink.accept(end);
    } else {
      level.inner().accept(end);
      level.indivisible -= level.open.pop().is(DIVISIBLE) ? 0 : 1;
    }
    justified.pop();
    ids.pop();
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    Level level = levels.peek();
    FoEvent.Text event = new FoEvent.Text(new String(text, start, length));
    if (level.block) {
      level.run.add(event);
      level.length += level.indivisible == 0 ? length : 0;
    } else {
      level.sink.accept(event);
    }
  }

  /** Sends on the lines kept since the last block, divided if there are too many. */
  private void flush(Level level) throws SAXException {
    List<FoEvent> run = level.run;
    int length = level.length;
    level.run = new ArrayList<>();
    level.length = 0;
    if (length <= LONGEST) {
      for (FoEvent event : run) {
        level.sink.accept(event);
      }
      return;
    }
    List<List<FoEvent>> parts = divide(run, length);
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      level.sink.accept(part(i == 0, last));
      for (FoEvent event : parts.get(i)) {
        level.sink.accept(event);
      }
      level.sink.accept(new FoEvent.End(FoFilter.FO, "block", "fo:block"));
    }
    reports.add(
        Code.PRINT_DIVIDED,
        ids.peek(),
        ids.peek().isEmpty() ? "" : " at \"" + ids.peek() + "\"",
        length,
        parts.size());
  }

  private FoEvent.Start part(boolean first, boolean last) {
    AttributesImpl attributes = new AttributesImpl();
    attributes.addAttribute("", "role", "role", "CDATA", "Span");
    if (!first) {
      attributes.addAttribute("", "text-indent", "text-indent", "CDATA", "0pt");
    }
    if (!last && justified.peek()) {
      attributes.addAttribute("", "text-align-last", "text-align-last", "CDATA", "justify");
    }
    return new FoEvent.Start(FoFilter.FO, "block", "fo:block", attributes);
  }

  /** The parts of a run, each with all its elements closed. */
  private static List<List<FoEvent>> divide(List<FoEvent> run, int length) {
    int size = length / ((length + PART - 1) / PART) + 1;
    List<List<FoEvent>> parts = new ArrayList<>();
    List<FoEvent> part = new ArrayList<>();
    Deque<FoEvent.Start> open = new ArrayDeque<>();
    int indivisible = 0;
    int filled = 0;
    for (FoEvent event : run) {
      if (event instanceof FoEvent.Text line && indivisible == 0) {
        String rest = line.text();
        int cut = cut(rest, size - filled);
        while (cut > 0) {
          part.add(new FoEvent.Text(rest.substring(0, cut)));
          for (FoEvent.Start start : open) {
            part.add(start.end());
          }
          parts.add(part);
          part = new ArrayList<>();
          for (Iterator<FoEvent.Start> outermost = open.descendingIterator();
              outermost.hasNext(); ) {
            part.add(outermost.next().again());
          }
          rest = rest.substring(cut);
          filled = 0;
          cut = cut(rest, size);
        }
        filled += rest.length();
        part.add(new FoEvent.Text(rest));
        continue;
      }
      if (event instanceof FoEvent.Start start) {
        open.push(start);
        indivisible += start.is(DIVISIBLE) ? 0 : 1;
      } else if (event instanceof FoEvent.End) {
        indivisible -= open.pop().is(DIVISIBLE) ? 0 : 1;
      }
      part.add(event);
    }
    parts.add(part);
    return parts;
  }

  /** Where the first word ends after so many signs, or between two ideographs; 0 when nowhere. */
  private static int cut(String text, int from) {
    for (int i = Math.max(from, 1); i < text.length(); i++) {
      char before = text.charAt(i - 1);
      if (before == ' ' || before == '\n' || before == '\t' || before == '\r') {
        return i;
      }
      if (Character.isIdeographic(before) && Character.isIdeographic(text.charAt(i))) {
        return i;
      }
    }
    return 0;
  }
}
