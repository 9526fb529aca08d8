package org.letterpress.transform;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/** Turns the TEI of a letter into prepared TEI, which every output renders. */
public final class Preparer {
  private final Stylesheet stylesheet;
  private final XdmValue textualNotes;

  /**
   * @param stylesheet compiled {@code prepare.xsl}
   * @param textualNotes types of the notes that form the textual series
   */
  public Preparer(Stylesheet stylesheet, List<String> textualNotes) {
    this.stylesheet = stylesheet;
    this.textualNotes = new XdmValue(textualNotes.stream().map(XdmAtomicValue::new).toList());
  }

  /**
   * The prepared document.
   *
   * @param tree the whole file
   * @param unit which element of it is the letter, counted in document order from 1
   * @param facts the letter's facts
   * @param messages told each message of the stylesheet
   */
  public XdmNode prepare(XdmNode tree, int unit, XdmNode facts, Consumer<XdmNode> messages)
      throws SaxonApiException {
    XdmDestination out = new XdmDestination();
    stylesheet.run(
        tree,
        "prepare",
        Map.of("facts", facts, "unit", new XdmAtomicValue(unit), "textual-notes", textualNotes),
        messages,
        out);
    return out.getXdmNode();
  }
}
