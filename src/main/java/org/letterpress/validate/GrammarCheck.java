package org.letterpress.validate;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Fix;
import org.letterpress.diagnostic.Location;
import org.letterpress.source.Markup;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;

/** The check of one document; its handler is fed by the caller's parse. For one thread. */
public final class GrammarCheck implements GrammarRun {
  private final Handler handler;
  private final WarmValidator validator;
  private final Consumer<WarmValidator> done;

  /**
   * @param validator used for this document alone until the end of the check
   * @param done gets the validator back at the end
   */
  GrammarCheck(
      WarmValidator validator,
      Consumer<WarmValidator> done,
      GrammarMessages messages,
      String file,
      Supplier<Markup> markup,
      Consumer<Diagnostic> findings) {
    Errors errors = new Errors(messages, file, markup, findings);
    this.validator = validator;
    this.done = done;
    this.handler = new Handler(validator.begin(errors), errors);
  }

  @Override
  public ContentHandler handler() {
    return handler;
  }

  @Override
  public void finish() {
    handler.errors.done = true;
    // The validator belongs to another document from here on.
    handler.setContentHandler(null);
    if (validator.end()) {
      done.accept(validator);
    }
  }

  /** An element whose end has not come yet. */
  private static final class Open {
    private static final String[] NONE = {};

    private final String name;
    private final int position;

    /** The names of its children so far, each once, and how many have it; few are different. */
    private String[] children = NONE;

    private int[] counts;
    private int kinds;

    /** Names that were suggested for misspelt children: they count as being there. */
    private Set<String> meant = Set.of();

    Open(String name, int position) {
      this.name = name;
      this.position = position;
    }

    String step() {
      return name + "[" + position + "]";
    }

    /** Which child of its name the next one is, from 1. */
    int count(String child) {
      for (int i = 0; i < kinds; i++) {
        if (children[i].equals(child)) {
          return ++counts[i];
        }
      }
      if (kinds == children.length) {
        children = Arrays.copyOf(children, Math.max(4, 2 * kinds));
        counts = counts == null ? new int[4] : Arrays.copyOf(counts, children.length);
      }
      children[kinds] = child;
      counts[kinds++] = 1;
      return 1;
    }

    void mean(String child) {
      meant = meant.isEmpty() ? new HashSet<>() : meant;
      meant.add(child);
    }
  }

  /** Keeps track of the open elements while it passes the events on. */
  private static final class Handler extends XMLFilterImpl {
    private final Errors errors;

    Handler(ContentHandler next, Errors errors) {
      this.errors = errors;
      setContentHandler(next);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
      errors.systemId = locator.getSystemId();
      super.setDocumentLocator(locator);
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
        throws SAXException {
      Open parent = errors.open.peek();
      int position = parent == null ? 1 : parent.count(local);
      errors.starting = new Open(local, position);
      errors.namespace = uri;
      errors.attributes = attributes;
      errors.misplaced = false;
      super.startElement(uri, local, name, attributes);
      errors.open.push(errors.starting);
      errors.starting = null;
      errors.attributes = null;
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
      errors.text = chars;
      errors.textStart = start;
      errors.textEnd = start + length;
      super.characters(chars, start, length);
      errors.text = null;
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
      errors.ending = true;
      super.endElement(uri, local, name);
      errors.ending = false;
      errors.open.pop();
    }
  }

  /** Turns each complaint into a finding, and leaves out those that only follow from another. */
  private static final class Errors implements ErrorHandler {
    private final GrammarMessages messages;
    private final String file;
    private final Supplier<Markup> markup;
    private final Consumer<Diagnostic> findings;
    private final Deque<Open> open = new ArrayDeque<>();
    private Open starting;
    private String namespace = "";
    private Attributes attributes;
    private char[] text;
    private int textStart;
    private int textEnd;
    private String systemId;
    private boolean misplaced;
    private boolean ending;
    private String said;
    private boolean done;

    Errors(
        GrammarMessages messages,
        String file,
        Supplier<Markup> markup,
        Consumer<Diagnostic> findings) {
      this.messages = messages;
      this.file = file;
      this.markup = markup;
      this.findings = findings;
    }

    @Override
    public void warning(SAXParseException warning) {
      error(warning);
    }

    @Override
    public void error(SAXParseException error) {
      if (done || isStale(error.getMessage())) {
        return;
      }
      said = error.getMessage();
      Open parent = open.peek();
      Location place = place(error);
      GrammarMessages.Context context =
          new GrammarMessages.Context(
              place,
              starting == null ? "" : starting.name,
              starting == null ? "" : namespace,
              parent == null ? "" : parent.name,
              attributes);
      GrammarMessages.Explained explained = messages.explain(error.getMessage(), context);
      if (follows(explained, parent)) {
        return;
      }
      if (starting != null && explained.finding().code() != Code.RNG_TEXT) {
        misplaced |= explained.aboutElement();
      }
      if (explained.finding().code() == Code.RNG_NAMESPACE) {
        // Nothing in this document can be right for the grammar: once is enough.
        done = true;
      }
      findings.accept(withFix(explained, error));
    }

    private Diagnostic withFix(GrammarMessages.Explained explained, SAXParseException error) {
      if (explained.correction() == null) {
        return explained.finding();
      }
      boolean here = systemId == null || systemId.equals(error.getSystemId());
      Location place = explained.finding().location();
      return explained
          .finding()
          .withFix(
              here
                  ? explained.correction().fix(markup, place.line(), place.column())
                  : Fix.hindered(SourceEdits.ELSEWHERE));
    }

    /**
     * True for the last message once more: inside of an element that it does not know, Jing hands
     * the same object out again when an element closes with which nothing is wrong.
     */
    @SuppressWarnings("ReferenceEquality")
    private boolean isStale(String message) {
      return ending && message == said;
    }

    /** Where the parser stands; within text, where the first word of the text does. */
    private Location place(SAXParseException error) {
      int line = Math.max(0, error.getLineNumber());
      int column = Math.max(0, error.getColumnNumber());
      if (text == null || line == 0) {
        return new Location(file, line, column, path());
      }
      int word = textStart;
      int lineStart = -1;
      while (word < textEnd && Character.isWhitespace(text[word])) {
        lineStart = text[word] == '\n' ? word + 1 : lineStart;
        word++;
      }
      int linesAfter = 0;
      for (int i = word; i < textEnd; i++) {
        linesAfter += text[i] == '\n' ? 1 : 0;
      }
      if (linesAfter == 0) {
        column = Math.max(0, column - (textEnd - word));
      } else {
        column = lineStart < 0 ? 0 : word - lineStart + 1;
      }
      return new Location(file, Math.max(1, line - linesAfter), column, path());
    }

    /** True when the fault comes from one that was told before. */
    private boolean follows(GrammarMessages.Explained explained, Open parent) {
      Code code = explained.finding().code();
      if (code == Code.RNG_ATTRIBUTE_MISSING && misplaced) {
        return true;
      }
      if (code == Code.RNG_INCOMPLETE && parent != null) {
        return explained.names().stream().anyMatch(parent.meant::contains);
      }
      if (parent != null && explained.meant() != null) {
        parent.mean(explained.meant());
      }
      return false;
    }

    @Override
    public void fatalError(SAXParseException error) {
      // The parser has said so itself.
    }

    private String path() {
      StringBuilder path = new StringBuilder();
      for (Iterator<Open> each = open.descendingIterator(); each.hasNext(); ) {
        path.append('/').append(each.next().step());
      }
      return starting == null ? path.toString() : path + "/" + starting.step();
    }
  }
}
