package org.letterpress.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.source.Markup;
import org.letterpress.source.SourceFile;
import org.xml.sax.ContentHandler;

/**
 * The check of one document against the grammars and rules that hold for it. Which these are shows
 * when the caller's parse reaches the first element. For one thread.
 */
public final class DocumentCheck {
  private final Schemas schemas;
  private final SourceFile file;
  private final Supplier<Markup> markup;
  private final Consumer<Diagnostic> findings;
  private final Prolog prolog = new Prolog(this::begin);
  private final List<GrammarRun> runs = new ArrayList<>();
  private final List<XmlModel> models = new ArrayList<>();
  private Schemas.Selection selection = new Schemas.Selection(List.of(), Background.now(List::of));

  DocumentCheck(
      Schemas schemas, SourceFile file, Supplier<Markup> markup, Consumer<Diagnostic> findings) {
    this.schemas = schemas;
    this.file = file;
    this.markup = markup;
    this.findings = findings;
  }

  /** What the parser's events go to. */
  public ContentHandler handler() {
    return prolog;
  }

  /** To be called when the parse has ended, whether it reached the document's end or not. */
  public void finish() {
    runs.forEach(GrammarRun::finish);
  }

  /**
   * True when a tree of the document is wanted for {@link #applyRules}, or may be. It shows when
   * the first element has begun.
   */
  public boolean wantsTree() {
    return !selection.rules().isDone() || !selection.rules().get().isEmpty();
  }

  /** Applies the Schematron rules to the document that was parsed to its end. */
  public void applyRules(XdmNode document) {
    selection
        .rules()
        .get()
        .forEach(each -> each.rules().check(document, file.name(), markup, findings));
  }

  /** What the findings rest on; to be asked when the check is over. */
  public CheckBasis basis() {
    return selection.basis(models);
  }

  private List<ContentHandler> begin(List<XmlModel> named) {
    models.addAll(named);
    selection = schemas.select(file, models);
    selection
        .grammars()
        .forEach(each -> runs.add(each.grammar().check(file.name(), markup, findings)));
    return runs.stream().map(GrammarRun::handler).toList();
  }
}
