package org.letterpress.validate.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.Pointer;
import org.xml.sax.Attributes;

/** Gathers what points at something, and what waits to be pointed at. */
final class PointerObserver implements Observer {
  /** Attributes whose values are pointers wherever they stand (TEI Guidelines, data.pointer). */
  private static final Set<String> POINTING =
      Set.of(
          "ref",
          "key",
          "target",
          "corresp",
          "sameAs",
          "copyOf",
          "next",
          "prev",
          "synch",
          "exclude",
          "select",
          "ana",
          "facs",
          "hand",
          "resp",
          "wit",
          "source",
          "rendition",
          "spanTo",
          "targetEnd",
          "decls",
          "active",
          "passive",
          "mutual",
          "calendar",
          "datingMethod",
          "period",
          "who",
          "toWhom",
          "nymRef",
          "edRef",
          "scribeRef",
          "scriptRef",
          "mergedIn",
          "change",
          "perf");

  /** Elements that describe a schema; their attributes mean something else. */
  private static final Set<String> SCHEMA =
      Set.of("schemaSpec", "elementSpec", "classSpec", "macroSpec", "dataSpec", "specGrp");

  private static final Set<String> ENDS_POINT = Set.of("app", "span");

  private final List<Pointer> pointers = new ArrayList<>();
  private final Map<String, Location> ids = new HashMap<>();
  private final Map<String, Location> anchors = new HashMap<>();
  private final List<ObservedFile.LooseNote> notes = new ArrayList<>();
  private int schemaDepth;

  @Override
  public void start(OpenElement element, Attributes attributes) {
    if (!element.id.isEmpty()) {
      ids.putIfAbsent(element.id, element.place);
    }
    if (SCHEMA.contains(element.name)) {
      schemaDepth++;
    }
    if (element.name.isEmpty() || schemaDepth > 0) {
      return;
    }
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.getLocalName(i);
      if (attributes.getURI(i).isEmpty() && isPointer(element.name, name)) {
        String value = attributes.getValue(i).strip();
        // Some editions write prev="true" where they have nothing to point at.
        if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
          pointers.add(
              new Pointer(
                  element.ordinal,
                  element.name,
                  name,
                  value,
                  element.place.line(),
                  element.place.column()));
        }
      }
    }
    if (element.name.equals("anchor")) {
      anchor(element, attributes);
    } else if (element.name.equals("note")) {
      note(element, attributes);
    }
  }

  private static boolean isPointer(String element, String attribute) {
    return switch (attribute) {
      case "from", "to" -> ENDS_POINT.contains(element);
      case "new" -> element.equals("handShift");
      case "scheme" -> element.equals("catRef") || element.equals("classCode");
      case "url" -> element.equals("graphic") || element.equals("media");
      default -> POINTING.contains(attribute);
    };
  }

  /** An anchor that points itself, or says by its type what it is for, may stand alone. */
  private void anchor(OpenElement element, Attributes attributes) {
    boolean busy =
        has(attributes, "corresp")
            || has(attributes, "next")
            || has(attributes, "prev")
            || has(attributes, "type");
    if (!element.id.isEmpty() && !busy) {
      anchors.putIfAbsent(element.id, element.place);
    }
  }

  private void note(OpenElement element, Attributes attributes) {
    boolean apart =
        element.parent != null
            && (element.parent.name.equals("standOff")
                || (element.parent.name.equals("listAnnotation") && element.isIn("standOff")));
    if (apart && !has(attributes, "target") && !element.belongs) {
      notes.add(new ObservedFile.LooseNote(element.id, element.place));
    }
  }

  private static boolean has(Attributes attributes, String name) {
    return !OpenElement.attribute(attributes, name).isEmpty();
  }

  @Override
  public void end(OpenElement element) {
    if (SCHEMA.contains(element.name)) {
      schemaDepth--;
    }
  }

  List<Pointer> pointers() {
    return List.copyOf(pointers);
  }

  Map<String, Location> ids() {
    return ids;
  }

  Map<String, Location> anchors() {
    return anchors;
  }

  List<ObservedFile.LooseNote> notes() {
    return List.copyOf(notes);
  }
}
