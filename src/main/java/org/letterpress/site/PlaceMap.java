package org.letterpress.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.Kind;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/**
 * Places of writing and places mentioned on an outline of the land, as far as the register has
 * coordinates; and a detail where most of them lie close together.
 */
final class PlaceMap {
  private static final String KIND = "map";
  static final String PATH = KIND + ".html";

  /** A map with more marks cannot be read. */
  private static final int MOST_MARKS = 250;

  private static final int MOST_NAMES = 60;

  /** Below this width in degrees the fine outline is drawn. */
  private static final double FINE = 70;

  /** With fewer places one map is enough. */
  private static final int LEAST_FOR_DETAIL = 8;

  private static final double NAME_SIZE = 12.5;

  /** A place with what is known of it. */
  private record Mark(EntryFacts entry, Coordinates at, int written, int mentioning) {
    double weight() {
      return 3.0 * written + mentioning;
    }
  }

  private final EditionIndex index;
  private final List<Mark> marks = new ArrayList<>();
  private int unplaced;

  PlaceMap(EditionIndex index, FactsTree.EntryElements elements) {
    this.index = index;
    for (EntryFacts place : index.registers().getOrDefault(Kind.PLACE, List.of())) {
      EditionIndex.Counts counts = index.counts(place);
      if (counts.senders() + counts.addressees() + counts.mentions() == 0) {
        continue;
      }
      Coordinates at = Coordinates.of(elements.element(place));
      if (at == null) {
        unplaced++;
        continue;
      }
      marks.add(new Mark(place, at, counts.sent(), counts.mentioning()));
    }
  }

  /** True when there is a place to show. */
  boolean exists() {
    return !marks.isEmpty();
  }

  void addPages(List<SitePage> pages) {
    new PicturePages<>(KIND, marks).addPages(pages, SitePage::ofCounts, this::maps, this::table);
  }

  private void table(TreeWriter out, List<Mark> rows) throws SAXException {
    out.start("places", "unplaced", unplaced == 0 ? "" : String.valueOf(unplaced));
    for (Mark mark : rows) {
      out.start(
              "place",
              "name",
              mark.entry.name(),
              "href",
              index.href(mark.entry),
              "written",
              String.valueOf(mark.written),
              "mentioning",
              String.valueOf(mark.mentioning),
              "latitude",
              degrees(mark.at.latitude()),
              "longitude",
              degrees(mark.at.longitude()))
          .end();
    }
    out.end();
  }

  private static String degrees(double degrees) {
    return String.format(Locale.ROOT, "%.3f", degrees);
  }

  private void maps(TreeWriter out) throws SAXException {
    List<Mark> sorted = new ArrayList<>(marks);
    sorted.sort(
        Comparator.comparingDouble(Mark::weight)
            .reversed()
            .thenComparing(mark -> index.id(mark.entry)));
    Frame whole = frame(sorted, 0);
    map(out, "whole", whole, sorted);
    if (sorted.size() >= LEAST_FOR_DETAIL) {
      Frame detail = detail(sorted);
      if (detail.area() * 5 < whole.area()) {
        map(out, "detail", detail, sorted);
      }
    }
  }

  /** The frame in which most places stand for its size. */
  private static Frame detail(List<Mark> marks) {
    Frame best = null;
    double most = 0;
    for (double without = 0.05; without < 0.3; without += 0.05) {
      Frame frame = frame(marks, without);
      long inside =
          marks.stream()
              .filter(mark -> frame.holds(mark.at.longitude(), mark.at.latitude()))
              .count();
      double worth = inside / StrictMath.pow(frame.area(), 0.4);
      if (worth > most) {
        best = frame;
        most = worth;
      }
    }
    return best;
  }

  /** The frame around all places, without the outermost share on each side. */
  private static Frame frame(List<Mark> marks, double without) {
    double[] east = marks.stream().mapToDouble(mark -> mark.at.longitude()).sorted().toArray();
    double[] north = marks.stream().mapToDouble(mark -> mark.at.latitude()).sorted().toArray();
    int first = (int) Math.ceil(marks.size() * without - 1e-9);
    int last = marks.size() - 1 - first;
    return Frame.around(east[first], east[last], north[first], north[last]);
  }

  private void map(TreeWriter out, String extent, Frame frame, List<Mark> sorted)
      throws SAXException {
    List<Mark> inside =
        sorted.stream()
            .filter(mark -> frame.holds(mark.at.longitude(), mark.at.latitude()))
            .toList();
    List<Mark> shown = inside.subList(0, Math.min(MOST_MARKS, inside.size()));
    int left = inside.size() - shown.size();
    out.start(
        "map",
        "extent",
        extent,
        "width",
        Frame.n(Frame.WIDTH),
        "height",
        Frame.n(frame.height),
        "name-size",
        Frame.n(NAME_SIZE),
        "left",
        left == 0 ? "" : String.valueOf(left));
    WorldOutline land =
        frame.east - frame.west < FINE ? WorldOutline.fine() : WorldOutline.coarse();
    String path = frame.path(land);
    if (!path.isEmpty()) {
      out.start("land", "d", path).end();
    }
    int mostWritten = shown.stream().mapToInt(Mark::written).max().orElse(1);
    int mostMentioning = shown.stream().mapToInt(Mark::mentioning).max().orElse(1);
    List<Labels.Spot> spots = new ArrayList<>();
    for (Mark mark : shown) {
      double share =
          mark.written > 0
              ? (double) mark.written / mostWritten
              : (double) mark.mentioning / Math.max(1, mostMentioning);
      double radius = mark.written > 0 ? 3.2 + 8 * Math.sqrt(share) : 2.4 + 3 * Math.sqrt(share);
      spots.add(
          new Labels.Spot(
              frame.x(mark.at.longitude()),
              frame.y(mark.at.latitude()),
              radius,
              mark.entry.name(),
              NAME_SIZE));
    }
    List<Labels.Place> names =
        new Labels(Frame.WIDTH, frame.height)
            .place(spots.subList(0, Math.min(MOST_NAMES, spots.size())), spots);
    for (int i = 0; i < shown.size(); i++) {
      Mark mark = shown.get(i);
      Labels.Spot spot = spots.get(i);
      out.start(
          "mark",
          "kind",
          mark.written > 0 ? "written" : "mentioned",
          "name",
          mark.entry.name(),
          "href",
          index.href(mark.entry),
          "x",
          Frame.n(spot.x()),
          "y",
          Frame.n(spot.y()),
          "r",
          Frame.n(spot.radius()),
          "written",
          String.valueOf(mark.written),
          "mentioning",
          String.valueOf(mark.mentioning));
      Labels.write(out, i < names.size() ? names.get(i) : null);
      out.end();
    }
    out.end();
  }
}
