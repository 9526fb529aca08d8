package org.letterpress.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.print.PageFacts;
import org.letterpress.transform.Stylesheet;

/** Tells the print stylesheets where places fell: {@code xslt/fo/references.xsl} reads it. */
final class LayoutParameters {
  private LayoutParameters() {}

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
