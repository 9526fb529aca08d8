package org.letterpress.report;

import java.util.List;
import java.util.Set;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;

/**
 * Finds where a tag begins.
 *
 * <p>SAX parsers name the place behind a tag. An editor looks for its beginning, which may stand
 * some lines above.
 */
final class TagStart {
  /** Start tags with more lines than this are left where the parser put them. */
  private static final int MOST_LINES = 60;

  /** Fewer findings than this are no work for several threads. */
  private static final int MANY = 200;

  /** Groups of codes whose places are characters and no tags. */
  private static final Set<String> CHARACTERS = Set.of("LP-XML", "LP-CONF");

  private TagStart() {}

  /**
   * The findings, each at the beginning of the tag it is about, and its related places, too. A
   * large edition has tens of thousands: several threads look at them, each at a run of neighbours.
   */
  static List<Diagnostic> of(List<Diagnostic> findings, SourceText sources) {
    return (findings.size() < MANY ? findings.stream() : findings.parallelStream())
        .map(finding -> isAboutTag(finding.code()) ? moved(finding, sources) : finding)
        .toList();
  }

  private static Diagnostic moved(Diagnostic finding, SourceText sources) {
    List<Diagnostic.Related> related =
        finding.related().stream()
            .map(other -> new Diagnostic.Related(start(other.location(), sources), other.message()))
            .toList();
    return finding.at(start(finding.location(), sources)).relatedTo(related);
  }

  private static boolean isAboutTag(Code code) {
    String group = code.id().substring(0, code.id().lastIndexOf('-'));
    return code != Code.RNG_TEXT && !CHARACTERS.contains(group);
  }

  /** The place of the {@code <} of a tag that ends right before a place, else that place. */
  static Location start(Location place, SourceText sources) {
    if (place.line() == 0 || place.column() < 2) {
      return place;
    }
    String line = sources.line(place.file(), place.line()).orElse("");
    int end = place.column() - 2;
    if (end >= line.length() || line.charAt(end) != '>') {
      return place;
    }
    for (int back = 0; back < MOST_LINES && place.line() > back; back++) {
      int number = place.line() - back;
      String text = back == 0 ? line : sources.line(place.file(), number).orElse("");
      int from = back == 0 ? end : text.length();
      int start = text.lastIndexOf('<', from);
      if (start >= 0) {
        return new Location(place.file(), number, start + 1, place.xpath());
      }
    }
    return place;
  }
}
