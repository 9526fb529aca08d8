package org.letterpress.transform;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;
import net.sf.saxon.s9api.XdmValue;

/** Turns the TEI of a letter into prepared TEI, which every output renders. */
public final class Preparer {
  private static final QName OMIT = Lp.name("omit");

  private final Stylesheet stylesheet;
  private final XdmValue textualNotes;
  private final XdmValue viewSettings;

  /**
   * @param stylesheet compiled {@code prepare.xsl}
   * @param textualNotes types of the notes that form the textual series
   * @param viewSettings what the edition changes in the rules of the views, each as {@code
   *     view.rule=treatment}
   */
  public Preparer(Stylesheet stylesheet, List<String> textualNotes, List<String> viewSettings) {
    this.stylesheet = stylesheet;
    this.textualNotes = strings(textualNotes);
    this.viewSettings = strings(viewSettings);
  }

  private static XdmValue strings(List<String> values) {
    return new XdmValue(values.stream().map(XdmAtomicValue::new).toList());
  }

  /**
   * True when a diplomatic text of a prepared letter would differ from its reading text: something
   * is left out in one of them alone, was added by the writer, or a line ends.
   */
  public static boolean viewsDiffer(XdmNode prepared) {
    XdmSequenceIterator<XdmNode> all = prepared.axisIterator(Axis.DESCENDANT);
    while (all.hasNext()) {
      XdmNode node = all.next();
      if (node.getNodeKind() == XdmNodeKind.ELEMENT) {
        String name = node.getNodeName().getLocalName();
        String omitted = node.getAttributeValue(OMIT);
        if (name.equals("lb") || name.equals("add")) {
          return true;
        }
        if (omitted != null && omitted.indexOf(' ') < 0) {
          return true;
        }
      }
    }
    return false;
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
        Map.of(
            "facts",
            facts,
            "unit",
            new XdmAtomicValue(unit),
            "textual-notes",
            textualNotes,
            "view-settings",
            viewSettings),
        messages,
        out);
    return out.getXdmNode();
  }
}
