package org.letterpress.validate.edition;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.LetterDate;
import org.xml.sax.Attributes;

/** Reads births and deaths in registers, and checks coordinates. */
final class RegisterObserver implements Observer {
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
  private static final Pattern NUMBERS = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");

  private final Consumer<Diagnostic> found;
  private final Map<Integer, ObservedFile.Life> lives = new HashMap<>();
  private StringBuilder geo;
  private boolean otherDatum;

  RegisterObserver(Consumer<Diagnostic> found) {
    this.found = found;
  }

  @Override
  public void start(OpenElement element, Attributes attributes) {
    switch (element.name) {
      case "geoDecl" -> {
        String datum = OpenElement.attribute(attributes, "datum").toUpperCase(Locale.ROOT);
        otherDatum |= !datum.isEmpty() && !datum.equals("WGS84");
      }
      case "geo" -> {
        if (OpenElement.attribute(attributes, "decls").isEmpty()) {
          geo = new StringBuilder();
        }
      }
      case "birth", "death" -> lived(element, element, attributes);
      case "date" -> {
        if (element.parent != null
            && (element.parent.name.equals("birth") || element.parent.name.equals("death"))) {
          lived(element.parent, element, attributes);
        }
      }
      default -> {}
    }
  }

  private void lived(OpenElement event, OpenElement at, Attributes attributes) {
    OpenElement person = event.parent;
    LetterDate date = LetterDate.of(attributes, "", bad -> {});
    if (person == null || !date.isKnown()) {
      return;
    }
    ObservedFile.Life known = lives.getOrDefault(person.ordinal, new ObservedFile.Life(null, null));
    boolean birth = event.name.equals("birth");
    if (birth && known.birth() == null) {
      lives.put(person.ordinal, new ObservedFile.Life(date, known.death()));
    } else if (!birth && known.death() == null) {
      lives.put(person.ordinal, new ObservedFile.Life(known.birth(), date));
    }
  }

  @Override
  public void text(OpenElement in, TextRun run) {
    if (geo != null && in.name.equals("geo")) {
      geo.append(run.characters());
    }
  }

  @Override
  public void end(OpenElement element) {
    if (element.name.equals("geo") && geo != null) {
      if (!otherDatum) {
        coordinates(geo.toString().strip(), element.place);
      }
      geo = null;
    }
  }

  /** Pairs of latitude and longitude, as WGS84 gives them; a third number may be a height. */
  private void coordinates(String words, Location place) {
    if (words.isEmpty()) {
      return;
    }
    String[] parts = BETWEEN.split(words);
    for (String part : parts) {
      if (!NUMBERS.matcher(part).matches()) {
        // Degrees and minutes, a grid, well-known text: another way to say where.
        return;
      }
    }
    if (parts.length == 1) {
      wrong(place, words, "they are one number, not latitude and longitude", "");
      return;
    }
    int step = parts.length == 3 ? 3 : 2;
    for (int i = 0; i + 1 < parts.length; i += step) {
      double latitude = Double.parseDouble(parts[i]);
      double longitude = Double.parseDouble(parts[i + 1]);
      boolean exchanged = Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180;
      if (Math.abs(latitude) > 90) {
        wrong(
            place,
            words,
            "the latitude " + parts[i] + " is not between -90 and 90",
            exchanged ? "are latitude and longitude exchanged?" : "");
        return;
      }
      if (Math.abs(longitude) > 180) {
        wrong(place, words, "the longitude " + parts[i + 1] + " is not between -180 and 180", "");
        return;
      }
    }
  }

  private void wrong(Location place, String words, String why, String question) {
    Diagnostic finding = Diagnostic.of(Code.REG_COORDINATES, place, words, why);
    found.accept(question.isEmpty() ? finding : finding.withRemedy(question));
  }

  Map<Integer, ObservedFile.Life> lives() {
    return lives;
  }
}
