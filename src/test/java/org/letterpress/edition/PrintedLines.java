package org.letterpress.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The lines of a PDF as the eye sees them: signs by their places, from the left to the right. */
final class PrintedLines {
  /** Signs of a line may stand a little higher or lower: the marks of notes. */
  private static final float SAME_LINE = 6;

  private final List<Line> lines;

  private PrintedLines(List<Line> lines) {
    this.lines = lines;
  }

  /** Where a word stands. */
  record Place(int line, float left, float right) {}

  /** A line, with the place of each of its signs. */
  record Line(String seen, List<Float> lefts, List<Float> rights) {
    float left() {
      return lefts.get(0);
    }

    float right() {
      return rights.get(rights.size() - 1);
    }
  }

  private record Sign(int page, float top, float left, float right, String text) {}

  static PrintedLines of(Path pdf) throws IOException {
    List<Sign> signs = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          if (!text.getUnicode().chars().allMatch(Character::isSpaceChar)) {
            float left = text.getXDirAdj();
            float right = left + text.getWidthDirAdj();
            signs.add(
                new Sign(getCurrentPageNo(), text.getYDirAdj(), left, right, text.getUnicode()));
          }
        }
      }.getText(document);
    }
    signs.sort(Comparator.comparing(Sign::page).thenComparing(Sign::top));
    List<Line> lines = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= signs.size(); i++) {
      if (i == signs.size()
          || signs.get(i).page != signs.get(i - 1).page
          || signs.get(i).top - signs.get(i - 1).top > SAME_LINE) {
        lines.add(line(new ArrayList<>(signs.subList(from, i))));
        from = i;
      }
    }
    return new PrintedLines(lines);
  }

  private static Line line(List<Sign> signs) {
    signs.sort(Comparator.comparing(Sign::left));
    StringBuilder seen = new StringBuilder();
    signs.forEach(sign -> seen.append(sign.text));
    return new Line(
        seen.toString(), each(signs, Sign::left).toList(), each(signs, Sign::right).toList());
  }

  /** A place for each letter: letters that are joined share one. */
  private static Stream<Float> each(List<Sign> signs, Function<Sign, Float> place) {
    return signs.stream()
        .flatMap(sign -> Stream.generate(() -> place.apply(sign)).limit(sign.text.length()));
  }

  /** What is seen, without spaces, a line of the book in each line. */
  String seen() {
    return String.join("\n", lines.stream().map(Line::seen).toList());
  }

  Line line(int number) {
    return lines.get(number);
  }

  /** Where a word stands that is there once; of a Hebrew one the signs are seen in reverse. */
  Place of(String word) {
    boolean hebrew = word.codePoints().anyMatch(sign -> sign >= 0x590 && sign < 0x600);
    String signs = hebrew ? new StringBuilder(word).reverse().toString() : word;
    Place found = null;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      for (int at = line.seen.indexOf(signs); at >= 0; at = line.seen.indexOf(signs, at + 1)) {
        if (found != null) {
          throw new AssertionError(word + " is there twice:\n" + seen());
        }
        found = new Place(i, line.lefts.get(at), line.rights.get(at + signs.length() - 1));
      }
    }
    if (found == null) {
      throw new AssertionError(word + " is not there:\n" + seen());
    }
    return found;
  }
}
