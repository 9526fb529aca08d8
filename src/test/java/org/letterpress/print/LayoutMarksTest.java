package org.letterpress.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xml.sax.helpers.AttributesImpl;

/** What the stylesheet says of its formatting objects to the layout. */
class LayoutMarksTest {
  private final LayoutMarks marks = new LayoutMarks();

  @Test
  void notesThatAreOnNoPageAreMissed() {
    read("block", "id", "b", "rank", "1");
    read("block", "id", "a", "rank", "2");
    read("block", "id", "c", "rank", "2");
    read("block", "id", "no-note");
    PageFacts facts = new PageFacts(List.of("1"), Map.of("c", new PageFacts.Place(1, 1, 0, 0)));
    assertThat(marks.notesNotIn(facts)).containsExactly("a", "b");
    assertThat(marks.rank("b")).isEqualTo(1);
    assertThat(marks.rank("no-note")).isNull();
  }

  @Test
  void onPagesOnWhichNothingDependsPlacesMayMove() {
    read("page-sequence", "untold", "true");
    read("block", "id", "index");
    read("page-sequence");
    read("block", "id", "letter");
    assertThat(marks.isUntold("index")).isTrue();
    assertThat(marks.isUntold("letter")).isFalse();
  }

  @Test
  void theRootSaysFromWhereLinesAreCounted() {
    read("root", "facts", "true", "line-numbers", "page", "line-step", "10");
    assertThat(marks.isDependent()).isTrue();
    assertThat(marks.isCountedByPage()).isTrue();
    assertThat(marks.step()).isEqualTo(10);
  }

  private void read(String object, String... attributes) {
    AttributesImpl read = new AttributesImpl();
    for (int i = 0; i < attributes.length; i += 2) {
      String uri = attributes[i].equals("id") ? "" : FoFilter.LP;
      read.addAttribute(uri, attributes[i], attributes[i], "CDATA", attributes[i + 1]);
    }
    marks.read(object, read);
  }
}
