package org.letterpress.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.print.PageFacts;
import org.letterpress.project.LayoutSettings;
import org.letterpress.transform.Stylesheet;

/** What the print stylesheets are told: options, and where places fell (fo/references.xsl). */
final class LayoutParameters {
  private LayoutParameters() {}

  /** Sets the parameters that the edition's settings give. */
  static void add(LayoutSettings settings, Map<String, XdmValue> parameters) {
    parameters.put("line-numbers", new XdmAtomicValue(settings.lineNumbers()));
    parameters.put("line-step", new XdmAtomicValue(settings.lineStep()));
    parameters.put("textual-notes", new XdmAtomicValue(settings.textualNotes()));
    parameters.put("note-numbering", new XdmAtomicValue(settings.noteNumbering()));
    parameters.put("index-ranges", new XdmAtomicValue(settings.indexRanges()));
    parameters.put("indexes", Stylesheet.strings(settings.indexes()));
    parameters.put("concordance", new XdmAtomicValue(settings.concordance()));
  }

  /** Sets the parameters that say where places fell; before the first layout nothing is known. */
  static void add(PageFacts facts, Map<String, XdmValue> parameters) {
    Map<XdmAtomicValue, XdmValue> places = new HashMap<>();
    facts
        .places()
        .forEach(
            (id, place) ->
                places.put(
                    new XdmAtomicValue(id),
                    new XdmValue(
                        List.of(
                            new XdmAtomicValue(place.firstPage()),
                            new XdmAtomicValue(place.lastPage()),
                            new XdmAtomicValue(place.firstLine()),
                            new XdmAtomicValue(place.lastLine())))));
    parameters.put("places", new XdmMap(places));
    parameters.put("folios", Stylesheet.strings(facts.folios()));
  }
}
