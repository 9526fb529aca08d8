package org.letterpress.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.project.NoteSettings;

/** Turns the TEI of a letter into prepared TEI, which every output renders. */
public final class Preparer {
  private final Stylesheet stylesheet;
  private final Map<String, XdmValue> noteParameters;

  /**
   * @param stylesheet compiled {@code prepare.xsl}
   * @param notes how notes are sorted into series and marked
   */
  public Preparer(Stylesheet stylesheet, NoteSettings notes) {
    this.stylesheet = stylesheet;
    this.noteParameters =
        Map.of(
            "textual-notes",
            words(notes.textual()),
            "authorial-notes",
            words(notes.authorial()),
            "inline-notes",
            words(notes.inline()),
            "note-marks",
            new XdmAtomicValue(notes.ownMarks() ? "source" : "counted"));
  }

  private static XdmValue words(List<String> words) {
    return new XdmValue(words.stream().map(XdmAtomicValue::new).toList());
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
    Map<String, XdmValue> parameters = new HashMap<>(noteParameters);
    parameters.put("facts", facts);
    parameters.put("unit", new XdmAtomicValue(unit));
    stylesheet.run(tree, "prepare", parameters, messages, out);
    return out.getXdmNode();
  }
}
