package org.letterpress.validate.edition;

import java.util.function.Consumer;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.Pointers;
import org.letterpress.source.SourceFile;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Lets the observers of all subjects follow one parse.
 *
 * <p>Elements are counted as {@link org.letterpress.letter.FactsHandler} counts them, so that its
 * facts and these can be joined by their ordinals.
 */
public final class FileObservers extends DefaultHandler {
  private static final String TEI = "http://www.tei-c.org/ns/1.0";

  private final SourceFile file;
  private final TextRun run;
  private final PointerObserver pointers;
  private final LetterObserver letters = new LetterObserver();
  private final RegisterObserver registers;
  private final CharacterObserver characters;
  private final Observer[] observers;
  private Locator locator;
  private int ordinal;
  private OpenElement open;

  /**
   * @param file the file that is parsed
   * @param findings gets what the file shows by itself
   */
  public FileObservers(SourceFile file, Diagnostics findings) {
    Consumer<Diagnostic> found = findings::add;
    this.file = file;
    this.run = new TextRun(file.name());
    this.pointers = new PointerObserver();
    this.registers = new RegisterObserver(found);
    this.characters = new CharacterObserver();
    this.observers =
        new Observer[] {
          pointers,
          letters,
          registers,
          characters,
          new AuthorityObserver(found),
          new DateObserver(found),
          new DatelineObserver(found),
          new EmptinessObserver(found),
          new LanguageObserver(found),
          new ScriptObserver(found),
          new SpaceObserver(found),
          new SpanObserver(found)
        };
  }

  /** What the rules of the edition need to know of the file, once its parse has ended. */
  public ObservedFile facts() {
    return new ObservedFile(
        file,
        Pointers.of(pointers.pointers()),
        Places.of(pointers.ids()),
        Places.of(pointers.anchors()),
        pointers.notes(),
        Beginnings.of(letters.beginnings()),
        Lives.of(registers.lives()),
        characters.facts());
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    flush();
    ordinal++;
    String element = TEI.equals(uri) ? local : "";
    Location place = Location.of(file.name(), locator.getLineNumber(), locator.getColumnNumber());
    open = new OpenElement(element, open, ordinal, place, attributes);
    for (Observer observer : observers) {
      observer.start(open, attributes);
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (open != null && length > 0) {
      run.append(chars, start, length, locator.getLineNumber(), locator.getColumnNumber());
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    flush();
    for (Observer observer : observers) {
      observer.end(open);
    }
    open = open.parent;
  }

  @Override
  public void endDocument() {
    for (Observer observer : observers) {
      observer.finish();
    }
  }

  private void flush() {
    if (run.isEmpty()) {
      return;
    }
    if (!run.isBlank()) {
      open.fill();
    }
    for (Observer observer : observers) {
      observer.text(open, run);
    }
    run.clear();
  }
}
