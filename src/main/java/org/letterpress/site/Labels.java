package org.letterpress.site;

import java.util.ArrayList;
import java.util.List;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/**
 * Puts names beside the marks of a picture so that none covers another or a mark; a name for which
 * there is no room is left out.
 */
final class Labels {
  /** A mark, and the size of its name in units of the picture. */
  record Spot(double x, double y, double radius, String name, double size) {}

  /**
   * Where a name starts, ends or has its middle, as {@code anchor} says; on its base line.
   *
   * @param text the beginning of the name where there is no room for all of it, or null
   */
  record Place(double x, double y, String anchor, String text) {
    Place(double x, double y, String anchor) {
      this(x, y, anchor, null);
    }
  }

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private final double width;
  private final double height;
  private final List<Box> taken = new ArrayList<>();

  Labels(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /**
   * A place for each name, or null where there is none.
   *
   * @param spots those that get a name, the most important ones first
   * @param all every mark of the picture, beginning with these
   */
  List<Place> place(List<Spot> spots, List<Spot> all) {
    List<Box> marks = new ArrayList<>();
    for (Spot spot : all) {
      double r = spot.radius + 0.5;
      marks.add(new Box(spot.x - r, spot.y - r, spot.x + r, spot.y + r));
    }
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < spots.size(); i++) {
      places.add(place(spots.get(i), marks, i));
    }
    return places;
  }

  /** Writes where a name stands, if it has a place. */
  static void write(TreeWriter out, Place place) throws SAXException {
    if (place != null) {
      out.start("label", "x", Frame.n(place.x), "y", Frame.n(place.y), "anchor", place.anchor);
      if (place.text != null) {
        out.text(place.text);
      }
      out.end();
    }
  }

  private Place place(Spot spot, List<Box> marks, int own) {
    double wide = width(spot.name) * spot.size;
    double near = spot.radius + 3;
    double aslant = spot.radius * 0.7 + 2;
    double middle = spot.y + spot.size * 0.34;
    double above = spot.y - near;
    double below = spot.y + near + spot.size * 0.72;
    Place[] choices = {
      new Place(spot.x + near, middle, "start"),
      new Place(spot.x - near, middle, "end"),
      new Place(spot.x, above, "middle"),
      new Place(spot.x, below, "middle"),
      new Place(spot.x + aslant, spot.y - aslant, "start"),
      new Place(spot.x + aslant, spot.y + aslant + spot.size * 0.7, "start"),
      new Place(spot.x - aslant, spot.y - aslant, "end"),
      new Place(spot.x - aslant, spot.y + aslant + spot.size * 0.7, "end")
    };
    for (Place choice : choices) {
      Box box = box(choice, wide, spot.size);
      if (isFree(box, marks, own)) {
        taken.add(box);
        return choice;
      }
    }
    return null;
  }

  private static Box box(Place place, double wide, double size) {
    double left =
        switch (place.anchor) {
          case "start" -> place.x;
          case "end" -> place.x - wide;
          default -> place.x - wide / 2;
        };
    return new Box(left - 1, place.y - size * 0.8, left + wide + 1, place.y + size * 0.26);
  }

  private boolean isFree(Box box, List<Box> marks, int own) {
    if (box.left < 0 || box.top < 0 || box.right > width || box.bottom > height) {
      return false;
    }
    for (Box other : taken) {
      if (box.meets(other)) {
        return false;
      }
    }
    for (int i = 0; i < marks.size(); i++) {
      if (i != own && box.meets(marks.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * As much of a name as there is room for, with an ellipsis; null when all of it has room.
   *
   * @param room in sizes of the name
   */
  static String cut(String name, double room) {
    if (width(name) <= room) {
      return null;
    }
    int end = name.length();
    while (end > 0 && width(name.substring(0, end)) + 1 > room) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end).strip() + "…";
  }

  /** How wide a name is, in its size; rather too wide than too narrow. */
  static double width(String name) {
    return name.codePoints()
        .mapToDouble(
            sign -> {
              if (Character.getType(sign) == Character.NON_SPACING_MARK
                  || Character.getType(sign) == Character.FORMAT) {
                return 0;
              }
              if (Character.isIdeographic(sign)
                  || Character.UnicodeScript.of(sign) == Character.UnicodeScript.HANGUL
                  || Character.UnicodeScript.of(sign) == Character.UnicodeScript.HIRAGANA
                  || Character.UnicodeScript.of(sign) == Character.UnicodeScript.KATAKANA) {
                return 1.02;
              }
              if ("iljft.,'’ ()-".indexOf(sign) >= 0) {
                return 0.32;
              }
              return Character.isUpperCase(sign) || sign == 'm' || sign == 'w' ? 0.74 : 0.5;
            })
        .sum();
  }
}
