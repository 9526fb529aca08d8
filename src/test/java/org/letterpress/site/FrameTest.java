package org.letterpress.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {
  @Test
  void onePlaceStandsInTheMiddleOfItsSurroundings() {
    Frame frame = Frame.around(16, 16, 48, 48);

    assertThat(frame.x(16)).isCloseTo(360, within(0.1));
    assertThat(frame.y(48)).isCloseTo(frame.height / 2, within(0.1));
    assertThat(frame.north - frame.south).isBetween(6.0, 12.0);
  }

  @Test
  void theWholeWorldIsNoWiderThanItself() {
    Frame frame = Frame.around(-180, 180, -60, 78);

    assertThat(frame.east - frame.west).isLessThanOrEqualTo(360);
    assertThat(frame.height).isBetween(300.0, 540.0);
  }

  @Test
  void placesKeepTheirDistancesInBothDirections() {
    Frame frame = Frame.around(10, 20, 59, 61);

    // At 60 degrees north a degree of longitude is half as long as one of latitude.
    double east = frame.x(12) - frame.x(10);
    double north = frame.y(59) - frame.y(60);
    assertThat(east).isCloseTo(north, within(0.5));
  }

  @Test
  void landIsCutAtTheEdges() {
    Frame frame = Frame.around(0, 10, 40, 50);
    WorldOutline land =
        new WorldOutline(List.of(new double[] {-170, -80, 170, -80, 170, 80, -170, 80}));

    assertThat(frame.path(land).split("[ MLZ]+"))
        .filteredOn(word -> !word.isEmpty())
        .allSatisfy(
            number -> assertThat(Double.parseDouble(number)).isBetween(-40.0, Frame.WIDTH + 40));
  }

  @Test
  void landBeyondTheDateLineComesBackOnTheOtherSide() {
    Frame frame = Frame.around(-179, -170, 60, 70);
    WorldOutline land =
        new WorldOutline(List.of(new double[] {175, 62, 188, 62, 188, 68, 175, 68}));

    assertThat(frame.path(land)).isNotEmpty();
  }

  @Test
  void landElsewhereIsNotDrawn() {
    Frame frame = Frame.around(0, 10, 40, 50);
    WorldOutline land = new WorldOutline(List.of(new double[] {100, 0, 110, 0, 110, 9}));

    assertThat(frame.path(land)).isEmpty();
  }
}
