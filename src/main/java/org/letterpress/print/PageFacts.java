package org.letterpress.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the places of a document fell when it was laid out: what an index or an apparatus has to
 * say and no stylesheet can know.
 *
 * @param folios the number that each page bears, in the order of the pages
 * @param places each id of the document with its pages and lines
 */
public record PageFacts(List<String> folios, Map<String, Place> places) {

  /** What is known before the first layout. */
  public static final PageFacts NONE = new PageFacts(List.of(), Map.of());

  public PageFacts {
    folios = List.copyOf(folios);
    places = Map.copyOf(places);
  }

  /**
   * The extent of an id.
   *
   * @param firstPage counted from 1, whatever number the page bears
   * @param firstLine the line by the count of its letter or page; 0 where lines are not counted
   */
  public record Place(int firstPage, int lastPage, int firstLine, int lastLine) {

    Place with(Place other) {
      return new Place(
          Math.min(firstPage, other.firstPage),
          Math.max(lastPage, other.lastPage),
          firstLine == 0 ? other.firstLine : firstLine,
          Math.max(lastLine, other.lastLine));
    }
  }

  /** True before the first layout. */
  public boolean isEmpty() {
    return folios.isEmpty();
  }

  /**
   * Ids that stand elsewhere than other facts say, in alphabetical order; empty when both agree.
   */
  List<String> moved(PageFacts other) {
    if (places.equals(other.places) && folios.equals(other.folios)) {
      return List.of();
    }
    List<String> moved = new ArrayList<>();
    new TreeMap<>(places)
        .forEach(
            (id, place) -> {
              Place before = other.places.get(id);
              if (!place.equals(before)
                  || !folio(place.firstPage).equals(other.folio(place.firstPage))) {
                moved.add(id);
              }
            });
    return moved;
  }

  /** The number that a page bears, such as "xii" or "148". */
  public String folio(int page) {
    return page >= 1 && page <= folios.size() ? folios.get(page - 1) : "";
  }
}
