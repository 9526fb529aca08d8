package org.letterpress.transform;

import java.util.HashMap;
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
import org.letterpress.project.NoteSettings;
import org.letterpress.project.ViewSettings;

/** Turns the TEI of a letter into prepared TEI, which every output renders. */
public final class Preparer {
  private static final QName OMIT = Lp.name("omit");

  private final Stylesheet stylesheet;
  private final Map<String, XdmValue> settings;

  /**
   * @param stylesheet compiled {@code prepare.xsl}
   * @param notes how notes are sorted into series and marked
   * @param views how the views treat the words of a text
   */
  public Preparer(Stylesheet stylesheet, NoteSettings notes, ViewSettings views) {
    this.stylesheet = stylesheet;
    this.settings =
        Map.of(
            "textual-notes",
            Stylesheet.strings(notes.textual()),
            "authorial-notes",
            Stylesheet.strings(notes.authorial()),
            "inline-notes",
            Stylesheet.strings(notes.inline()),
            "note-marks",
            new XdmAtomicValue(notes.ownMarks() ? "source" : "counted"),
            "view-settings",
            Stylesheet.strings(views.treatments()));
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
    Map<String, XdmValue> parameters = new HashMap<>(settings);
    parameters.put("facts", facts);
    parameters.put("unit", new XdmAtomicValue(unit));
    stylesheet.run(tree, "prepare", parameters, messages, out);
    return out.getXdmNode();
  }
}
