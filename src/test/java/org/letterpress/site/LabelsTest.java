package org.letterpress.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void aNameStandsBesideItsMark() {
    List<Labels.Spot> spots = List.of(new Labels.Spot(100, 100, 5, "Wien", 12));

    Labels.Place place = new Labels(700, 400).place(spots, spots).get(0);

    assertThat(place.anchor()).isEqualTo("start");
    assertThat(place.x()).isGreaterThan(105);
  }

  @Test
  void atTheRightEdgeItStandsOnTheOtherSide() {
    List<Labels.Spot> spots = List.of(new Labels.Spot(690, 100, 5, "Konstantinopel", 12));

    assertThat(new Labels(700, 400).place(spots, spots).get(0).anchor()).isEqualTo("end");
  }

  @Test
  void namesDoNotCoverEachOther() {
    List<Labels.Spot> spots = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      spots.add(new Labels.Spot(300 + i % 7 * 3, 200 + i / 7 * 3, 2, "Place number " + i, 12));
    }

    List<Labels.Place> places = new Labels(700, 400).place(spots, spots);

    List<double[]> boxes = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Labels.Place place = places.get(i);
      if (place != null) {
        double wide = Labels.width(spots.get(i).name()) * 12;
        double left =
            place.anchor().equals("start")
                ? place.x()
                : place.anchor().equals("end") ? place.x() - wide : place.x() - wide / 2;
        boxes.add(new double[] {left, place.y() - 9, left + wide, place.y() + 3});
      }
    }
    assertThat(boxes).isNotEmpty();
    assertThat(places).contains((Labels.Place) null);
    for (double[] one : boxes) {
      assertThat(boxes)
          .filteredOn(other -> other != one)
          .noneMatch(
              other ->
                  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]);
    }
  }

  @Test
  void marksOfDirectionTakeNoRoom() {
    assertThat(Labels.width("\u200fא\u200e")).isEqualTo(Labels.width("א"));
    assertThat(Labels.width("北京")).isGreaterThan(2);
  }

  @Test
  void aNameThatIsTooLongEndsInAnEllipsisWithinItsRoom() {
    assertThat(Labels.cut("Anna", 10)).isNull();
    String cut = Labels.cut("Postamt Kirchstetten (post office Kirchstetten)", 12);
    assertThat(cut).startsWith("Postamt Kirch").endsWith("…");
    assertThat(Labels.width(cut)).isLessThanOrEqualTo(12.6);
    assertThat(Labels.cut("\uD840\uDC00\uD840\uDC01\uD840\uDC02", 2.1)).isEqualTo("\uD840\uDC00…");
  }
}
