package org.letterpress.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorldOutlineTest {
  private static final String SQUARE =
      """
      {"type": "Topology", "transform": {"scale": [2, 1], "translate": [10, 20]},
       "objects": {"land": {"type": "GeometryCollection", "geometries": [
         {"type": "MultiPolygon", "arcs": [[[0, -2]]]}]}},
       "arcs": [[[0, 0], [5, 0], [0, 10]], [[0, 0], [0, 10], [5, 0]]]}
      """;

  @Test
  void joinsArcsAndRunsThroughNegativeOnesBackwards() {
    WorldOutline outline = WorldOutline.of(SQUARE);

    assertThat(outline.rings()).hasSize(1);
    assertThat(outline.rings().get(0))
        .containsExactly(10, 20, 20, 20, 20, 30, 20, 30, 10, 30, 10, 20);
  }

  @Test
  void aRingGoesOnBeyondTheDateLine() {
    WorldOutline outline = WorldOutline.of(topology("[[170, 0], [9, 0], [-358, 1], [0, 5]]"));

    assertThat(outline.rings().get(0)).containsExactly(170, 0, 179, 0, 181, 1, 181, 6);
  }

  @Test
  void aRingRoundTheWorldIsClosedByWayOfThePole() {
    WorldOutline outline =
        WorldOutline.of(topology("[[-179, -70], [120, 0], [120, 0], [118, 0], [-358, 0]]"));

    assertThat(outline.rings().get(0)).endsWith(181, -70, 181, -90, -179, -90);
  }

  @Test
  void thePackedOutlineIsReadWhereItIs() {
    WorldOutline outline = WorldOutline.coarse();

    if (WorldOutline.class.getResource("/org/letterpress/world/land-110m.json") == null) {
      assertThat(outline).isSameAs(WorldOutline.NONE);
    } else {
      assertThat(outline.rings()).hasSizeGreaterThan(100);
    }
  }

  @Test
  void whatIsNoJsonIsADefect() {
    assertThatThrownBy(() -> WorldOutline.of("{\"arcs\": [1 2"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String topology(String arc) {
    return """
        {"transform": {"scale": [1, 1], "translate": [0, 0]},
         "objects": {"land": {"type": "Polygon", "arcs": [[0]]}}, "arcs": [%s]}
        """
        .formatted(arc);
  }
}
