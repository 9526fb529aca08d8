package org.letterpress.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The outline of the land, from the TopoJSON of world-atlas that is packed where npm is installed.
 *
 * @param rings closed lines, each a row of longitudes and latitudes by turns; longitudes may go
 *     beyond 180 degrees
 */
record WorldOutline(List<double[]> rings) {
  /** A land of which nothing is known: maps have no ground. */
  static final WorldOutline NONE = new WorldOutline(List.of());

  private static final String FOLDER = "/org/letterpress/world/";

  /** The outline for maps of the whole world; empty when this copy of letterpress has none. */
  static WorldOutline coarse() {
    return read("land-110m.json");
  }

  /** The outline for maps of a part of the world; the coarse one when there is no other. */
  static WorldOutline fine() {
    WorldOutline fine = read("land-50m.json");
    return fine.rings.isEmpty() ? coarse() : fine;
  }

  private static WorldOutline read(String file) {
    try (InputStream stream = WorldOutline.class.getResourceAsStream(FOLDER + file)) {
      return stream == null ? NONE : of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException broken) {
      throw new IllegalStateException("the outline of the world in " + file + " is broken", broken);
    }
  }

  /** Reads a topology with one object, {@code land}. */
  static WorldOutline of(String json) {
    Map<?, ?> topology = (Map<?, ?>) JsonReader.read(json);
    Map<?, ?> transform = (Map<?, ?>) topology.get("transform");
    List<?> scale = (List<?>) transform.get("scale");
    List<?> translate = (List<?>) transform.get("translate");
    List<double[]> arcs = new ArrayList<>();
    for (Object arc : (List<?>) topology.get("arcs")) {
      List<?> steps = (List<?>) arc;
      double[] points = new double[2 * steps.size()];
      double x = 0;
      double y = 0;
      for (int i = 0; i < steps.size(); i++) {
        List<?> step = (List<?>) steps.get(i);
        x += number(step, 0);
        y += number(step, 1);
        points[2 * i] = x * number(scale, 0) + number(translate, 0);
        points[2 * i + 1] = y * number(scale, 1) + number(translate, 1);
      }
      arcs.add(points);
    }
    List<double[]> rings = new ArrayList<>();
    Map<?, ?> objects = (Map<?, ?>) topology.get("objects");
    addRings((Map<?, ?>) objects.get("land"), arcs, rings);
    return new WorldOutline(rings);
  }

  private static void addRings(Map<?, ?> geometry, List<double[]> arcs, List<double[]> rings) {
    switch (String.valueOf(geometry.get("type")).toLowerCase(Locale.ROOT)) {
      case "geometrycollection" -> {
        for (Object part : (List<?>) geometry.get("geometries")) {
          addRings((Map<?, ?>) part, arcs, rings);
        }
      }
      case "multipolygon" -> {
        for (Object polygon : (List<?>) geometry.get("arcs")) {
          addPolygon((List<?>) polygon, arcs, rings);
        }
      }
      case "polygon" -> addPolygon((List<?>) geometry.get("arcs"), arcs, rings);
      default -> {}
    }
  }

  private static void addPolygon(List<?> polygon, List<double[]> arcs, List<double[]> rings) {
    for (Object ring : polygon) {
      rings.add(unrolled(ring((List<?>) ring, arcs)));
    }
  }

  /** Arcs one after the other; a negative number is an arc that is run through backwards. */
  private static double[] ring(List<?> numbers, List<double[]> arcs) {
    List<double[]> parts = new ArrayList<>();
    int length = 0;
    for (int i = 0; i < numbers.size(); i++) {
      int number = (int) number(numbers, i);
      double[] arc = number < 0 ? reversed(arcs.get(~number)) : arcs.get(number);
      parts.add(arc);
      length += arc.length;
    }
    double[] ring = new double[length];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, ring, at, part.length);
      at += part.length;
    }
    return ring;
  }

  /**
   * A ring without the leap from 180 to -180 degrees: it goes on beyond. One that goes round the
   * world is closed by way of the pole.
   */
  private static double[] unrolled(double[] ring) {
    double[] unrolled = ring.clone();
    for (int i = 2; i < unrolled.length; i += 2) {
      double step = ring[i] - ring[i - 2];
      double turn = step > 180 ? -360 : step < -180 ? 360 : 0;
      unrolled[i] = unrolled[i - 2] + step + turn;
    }
    int last = unrolled.length - 2;
    if (last < 2 || Math.abs(unrolled[last] - unrolled[0]) < 180) {
      return unrolled;
    }
    double pole = unrolled[1] < 0 ? -90 : 90;
    double[] closed = java.util.Arrays.copyOf(unrolled, unrolled.length + 4);
    closed[last + 2] = unrolled[last];
    closed[last + 3] = pole;
    closed[last + 4] = unrolled[0];
    closed[last + 5] = pole;
    return closed;
  }

  private static double[] reversed(double[] arc) {
    double[] reversed = new double[arc.length];
    for (int i = 0; i < arc.length; i += 2) {
      reversed[i] = arc[arc.length - 2 - i];
      reversed[i + 1] = arc[arc.length - 1 - i];
    }
    return reversed;
  }

  private static double number(List<?> list, int at) {
    return ((Number) list.get(at)).doubleValue();
  }
}
