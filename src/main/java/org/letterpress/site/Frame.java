package org.letterpress.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A rectangle of the world and how it is drawn: an equidistant cylindrical projection that is true
 * to scale in the middle of the rectangle.
 */
final class Frame {
  static final double WIDTH = 720;

  /** Nearer than this nobody knows where one is. */
  private static final double LEAST_HEIGHT = 9;

  private static final double LEAST_RATIO = 1.35;
  private static final double MOST_RATIO = 2;

  /** Points of an outline that lie nearer to each other are one. */
  private static final double NEAREST = 0.6;

  final double west;
  final double east;
  final double south;
  final double north;
  final double height;
  private final double stretch;
  private final double scale;

  private Frame(double west, double east, double south, double north) {
    double middle = Math.toRadians((south + north) / 2);
    this.stretch = Math.max(0.25, StrictMath.cos(middle));
    this.west = west;
    this.east = east;
    this.south = south;
    this.north = north;
    this.scale = WIDTH / ((east - west) * stretch);
    this.height = (north - south) * scale;
  }

  /** The frame around some places, with a margin, neither too near nor too long or narrow. */
  static Frame around(double west, double east, double south, double north) {
    double high = Math.max(LEAST_HEIGHT, (north - south) * 1.24);
    double latitude = (south + north) / 2;
    double stretch = Math.max(0.25, StrictMath.cos(Math.toRadians(latitude)));
    double wide = Math.max(LEAST_HEIGHT * 1.5, (east - west) * stretch * 1.24);
    if (wide / high < LEAST_RATIO) {
      wide = high * LEAST_RATIO;
    } else if (wide / high > MOST_RATIO) {
      high = wide / MOST_RATIO;
    }
    double half = Math.min(180, wide / stretch / 2);
    double longitude = Math.max(-180 + half, Math.min(180 - half, (west + east) / 2));
    double bottom = Math.max(-85, latitude - high / 2);
    double top = Math.min(85, latitude + high / 2);
    return new Frame(longitude - half, longitude + half, bottom, top);
  }

  double x(double longitude) {
    return (longitude - west) * stretch * scale;
  }

  double y(double latitude) {
    return (north - latitude) * scale;
  }

  boolean holds(double longitude, double latitude) {
    return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  }

  /** How much of the world the frame shows, in square degrees of its middle. */
  double area() {
    return (east - west) * stretch * (north - south);
  }

  /** The land in the frame as the data of an SVG path. */
  String path(WorldOutline land) {
    StringBuilder path = new StringBuilder();
    for (double[] ring : land.rings()) {
      for (int turn = -360; turn <= 360; turn += 360) {
        double[] clipped = clipped(turned(ring, turn));
        if (clipped.length >= 6) {
          append(path, clipped);
        }
      }
    }
    return path.toString();
  }

  /** A ring a whole turn further east or west: what goes beyond 180 degrees comes back there. */
  private static double[] turned(double[] ring, int turn) {
    if (turn == 0) {
      return ring;
    }
    double[] turned = ring.clone();
    for (int i = 0; i < turned.length; i += 2) {
      turned[i] += turn;
    }
    return turned;
  }

  private void append(StringBuilder path, double[] ring) {
    List<double[]> points = new ArrayList<>();
    double[] last = null;
    for (int i = 0; i < ring.length; i += 2) {
      double[] point = {x(ring[i]), y(ring[i + 1])};
      if (last == null || StrictMath.hypot(point[0] - last[0], point[1] - last[1]) >= NEAREST) {
        points.add(point);
        last = point;
      }
    }
    if (points.size() < 3) {
      return;
    }
    for (int i = 0; i < points.size(); i++) {
      path.append(i == 0 ? 'M' : 'L').append(n(points.get(i)[0])).append(' ');
      path.append(n(points.get(i)[1]));
    }
    path.append('Z');
  }

  /** A coordinate of the picture with one decimal. */
  static String n(double number) {
    String shown = String.format(Locale.ROOT, "%.1f", number);
    return shown.endsWith(".0")
        ? shown.substring(0, shown.length() - 2).replaceFirst("^-0$", "0")
        : shown;
  }

  /** The part of a ring inside the frame and a little beyond, so that cuts are not seen. */
  private double[] clipped(double[] ring) {
    double beyond = (east - west) * 0.03;
    double[] part = cut(ring, 0, west - beyond, true);
    part = cut(part, 0, east + beyond, false);
    part = cut(part, 1, south - beyond, true);
    return cut(part, 1, north + beyond, false);
  }

  /** What of a ring lies on one side of a line (the algorithm of Sutherland and Hodgman). */
  private static double[] cut(double[] ring, int axis, double limit, boolean above) {
    double[] kept = new double[2 * ring.length + 4];
    int length = 0;
    int count = ring.length / 2;
    for (int i = 0; i < count; i++) {
      int next = (i + 1) % count;
      double here = ring[2 * i + axis];
      double there = ring[2 * next + axis];
      boolean in = above ? here >= limit : here <= limit;
      boolean nextIn = above ? there >= limit : there <= limit;
      if (in) {
        kept[length++] = ring[2 * i];
        kept[length++] = ring[2 * i + 1];
      }
      if (in != nextIn) {
        double share = (limit - here) / (there - here);
        kept[length++] = ring[2 * i] + share * (ring[2 * next] - ring[2 * i]);
        kept[length++] = ring[2 * i + 1] + share * (ring[2 * next + 1] - ring[2 * i + 1]);
      }
    }
    return java.util.Arrays.copyOf(kept, length);
  }
}
