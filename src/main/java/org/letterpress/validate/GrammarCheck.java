package org.letterpress.validate;

import com.thaiopensource.validate.Schema;
import com.thaiopensource.validate.Validator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;

/** The check of one document; its handler is fed by the caller's parse. For one thread. */
public final class GrammarCheck {
  private final Handler handler;

  GrammarCheck(Schema schema, Set<String> elements, String file, Consumer<Diagnostic> findings) {
    Errors errors = new Errors(new GrammarMessages(elements), file, findings);
    Validator validator = schema.createValidator(Grammar.with(errors));
    this.handler = new Handler(validator.getContentHandler(), errors);
  }

  /** What the parser's events go to. */
  public ContentHandler handler() {
    return handler;
  }

  /** To be called when the parse has ended, whether it reached the document's end or not. */
  public void finish() {
    handler.errors.flush();
  }

  /** Keeps track of the open elements while it passes the events on. */
  private static final class Handler extends XMLFilterImpl {
    private final Errors errors;

    Handler(ContentHandler next, Errors errors) {
      this.errors = errors;
      setContentHandler(next);
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
        throws SAXException {
      errors.starting = local;
      super.startElement(uri, local, name, attributes);
      errors.open.push(local);
      errors.starting = null;
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
      super.endElement(uri, local, name);
      errors.open.pop();
    }
  }

  /** Turns each complaint into a finding, folding those that follow from the one before. */
  private static final class Errors implements ErrorHandler {
    private final GrammarMessages messages;
    private final String file;
    private final Consumer<Diagnostic> findings;
    private final Deque<String> open = new ArrayDeque<>();
    private String starting;
    private Diagnostic pending;
    private String pendingKey = "";

    Errors(GrammarMessages messages, String file, Consumer<Diagnostic> findings) {
      this.messages = messages;
      this.file = file;
      this.findings = findings;
    }

    @Override
    public void warning(SAXParseException warning) {
      error(warning);
    }

    @Override
    public void error(SAXParseException error) {
      String parent = open.isEmpty() ? "" : open.peek();
      Location place = Location.of(file, error.getLineNumber(), error.getColumnNumber());
      Diagnostic finding = messages.explain(error.getMessage(), place, starting, parent);
      String key = finding.code().id() + " " + finding.message() + " in " + parent + open.size();
      if (key.equals(pendingKey)) {
        // The next sibling with the same fault: one cause, one finding.
        return;
      }
      flush();
      pending = finding;
      pendingKey = key;
    }

    @Override
    public void fatalError(SAXParseException error) {
      // The parser has said so itself.
    }

    void flush() {
      if (pending != null) {
        findings.accept(pending);
        pending = null;
      }
    }
  }
}
