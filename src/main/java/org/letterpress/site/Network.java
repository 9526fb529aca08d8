package org.letterpress.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.letterpress.transform.TreeWriter;
import org.xml.sax.SAXException;

/**
 * Who wrote to whom: the correspondents with the most letters as a picture, all pairs as a table.
 *
 * <p>The layout is reckoned here and is the same each time. Where one person has nearly all the
 * letters, that person stands in the middle and the others around; else forces push the persons
 * apart and pull those together who wrote to each other.
 */
final class Network {
  private static final String KIND = "network";
  static final String PATH = KIND + ".html";

  private static final int MOST_NODES = 60;
  private static final int MOST_NAMES = 60;
  private static final double WIDTH = 720;

  /** Names are larger where there are few. */
  private static final int FEW = 12;

  private static final double SMALL = 12.5;
  private static final double LARGE = 15.5;
  private static final int ROUNDS = 500;

  /** One pair, its first person being the one who wrote more. */
  private record Pair(Party one, Party other, int there, int back) {
    int count() {
      return there + back;
    }
  }

  private final List<Pair> pairs = new ArrayList<>();
  private final List<Party> nodes;
  private final int left;

  Network(Parties parties) {
    for (Party party : parties.correspondents) {
      party.partners.forEach(
          (partner, count) -> {
            int there = party.written.getOrDefault(partner, 0);
            int back = partner.written.getOrDefault(party, 0);
            boolean first = there > back || there == back && party.rank < partner.rank;
            if (first) {
              pairs.add(new Pair(party, partner, there, back));
            }
          });
    }
    pairs.sort(
        Comparator.comparingInt(Pair::count)
            .reversed()
            .thenComparing(pair -> pair.one.rank)
            .thenComparing(pair -> pair.other.rank));
    List<Party> connected =
        parties.correspondents.stream()
            .filter(party -> !party.partners.isEmpty())
            .sorted(
                Comparator.<Party>comparingInt(party -> party.letters.size())
                    .reversed()
                    .thenComparing(party -> party.rank))
            .toList();
    this.nodes = connected.subList(0, Math.min(MOST_NODES, connected.size()));
    this.left = connected.size() - nodes.size();
  }

  /** True when at least two persons exchanged letters. */
  boolean exists() {
    return !pairs.isEmpty();
  }

  void addPages(List<SitePage> pages) {
    new PicturePages<>(KIND, pairs)
        .addPages(pages, SitePage::ofRecords, this::picture, Network::table);
  }

  private static void table(TreeWriter out, List<Pair> rows) throws SAXException {
    out.start("pairs");
    for (Pair pair : rows) {
      out.start(
              "pair",
              "one",
              pair.one.name,
              "one-href",
              PartyPages.correspondent(pair.one),
              "other",
              pair.other.name,
              "other-href",
              PartyPages.correspondent(pair.other),
              "there",
              String.valueOf(pair.there),
              "back",
              String.valueOf(pair.back))
          .end();
    }
    out.end();
  }

  private void picture(TreeWriter out) throws SAXException {
    Map<Party, Integer> numbers = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      numbers.put(nodes.get(i), i);
    }
    List<Pair> edges =
        pairs.stream()
            .filter(pair -> numbers.containsKey(pair.one) && numbers.containsKey(pair.other))
            .toList();
    boolean star = isStar(edges);
    double size = nodes.size() <= FEW ? LARGE : SMALL;
    Layout layout = star ? Layout.star(nodes.size()) : forces(numbers, edges);
    int most = nodes.get(0).letters.size();
    int thickest = edges.get(0).count();
    out.start(
        "network",
        "width",
        Frame.n(WIDTH),
        "height",
        Frame.n(layout.height()),
        "name-size",
        Frame.n(size),
        "left",
        left == 0 ? "" : String.valueOf(left));
    // The thickest are drawn last and lie above the others.
    for (int i = edges.size() - 1; i >= 0; i--) {
      Pair edge = edges.get(i);
      int one = numbers.get(edge.one);
      int other = numbers.get(edge.other);
      out.start(
              "edge",
              "x1",
              Frame.n(layout.x()[one]),
              "y1",
              Frame.n(layout.y()[one]),
              "x2",
              Frame.n(layout.x()[other]),
              "y2",
              Frame.n(layout.y()[other]),
              "width",
              Frame.n(0.7 + 5 * Math.sqrt((double) edge.count() / thickest)))
          .end();
    }
    List<Labels.Spot> spots = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      double radius = 3 + 9 * Math.sqrt((double) nodes.get(i).letters.size() / most);
      spots.add(new Labels.Spot(layout.x()[i], layout.y()[i], radius, nodes.get(i).name, size));
    }
    List<Labels.Place> names =
        star
            ? layout.names(spots)
            : new Labels(WIDTH, layout.height())
                .place(spots.subList(0, Math.min(MOST_NAMES, spots.size())), spots);
    for (int i = 0; i < nodes.size(); i++) {
      Party node = nodes.get(i);
      Labels.Spot spot = spots.get(i);
      out.start(
          "node",
          "name",
          node.name,
          "href",
          PartyPages.correspondent(node),
          "count",
          String.valueOf(node.letters.size()),
          "x",
          Frame.n(spot.x()),
          "y",
          Frame.n(spot.y()),
          "r",
          Frame.n(spot.radius()));
      Labels.write(out, i < names.size() ? names.get(i) : null);
      out.end();
    }
    out.end();
  }

  /** True when hardly a line does without the first person. */
  private boolean isStar(List<Pair> edges) {
    Party hub = nodes.get(0);
    long without = edges.stream().filter(edge -> edge.one != hub && edge.other != hub).count();
    return hub.partners.size() >= nodes.size() - 1 - nodes.size() / 10
        && without * 5 <= edges.size();
  }

  /** The layout of Fruchterman and Reingold, begun on a spiral instead of by chance. */
  private static Layout forces(Map<Party, Integer> numbers, List<Pair> edges) {
    int count = numbers.size();
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      double angle = i * Math.PI * (3 - Math.sqrt(5));
      x[i] = Math.sqrt(i + 0.5) * StrictMath.cos(angle);
      y[i] = Math.sqrt(i + 0.5) * StrictMath.sin(angle);
    }
    double ideal = 1.6;
    for (int round = 0; round < ROUNDS; round++) {
      double[] dx = new double[count];
      double[] dy = new double[count];
      for (int i = 0; i < count; i++) {
        for (int j = i + 1; j < count; j++) {
          double ex = x[i] - x[j];
          double ey = y[i] - y[j];
          double distance = Math.max(0.05, StrictMath.hypot(ex, ey));
          double force = ideal * ideal / distance / distance;
          dx[i] += ex * force;
          dy[i] += ey * force;
          dx[j] -= ex * force;
          dy[j] -= ey * force;
        }
        // A little pull to the middle keeps those together who have no line to the others.
        dx[i] -= x[i] * 0.12;
        dy[i] -= y[i] * 0.16;
      }
      for (Pair edge : edges) {
        int i = numbers.get(edge.one);
        int j = numbers.get(edge.other);
        double ex = x[i] - x[j];
        double ey = y[i] - y[j];
        double force =
            StrictMath.hypot(ex, ey) / ideal * (0.35 + 0.15 * StrictMath.log10(edge.count()));
        dx[i] -= ex * force;
        dy[i] -= ey * force;
        dx[j] += ex * force;
        dy[j] += ey * force;
      }
      double heat = 0.6 * (1 - (double) round / ROUNDS);
      for (int i = 0; i < count; i++) {
        double length = Math.max(1e-9, StrictMath.hypot(dx[i], dy[i]));
        double step = Math.min(length * 0.1, heat);
        x[i] += dx[i] / length * step;
        y[i] += dy[i] / length * step;
      }
    }
    return Layout.fitted(x, y, count);
  }

  /**
   * Where the persons stand, in units of the picture.
   *
   * @param x from the left
   * @param y from the top
   */
  private record Layout(double[] x, double[] y, double height) {
    private static final double MARGIN_X = 90;
    private static final double MARGIN_Y = 28;
    private static final double LINE = 21;

    /** Stretches a layout over the picture. */
    static Layout fitted(double[] x, double[] y, int count) {
      double height = count <= 4 ? 260 : Math.min(640, 300 + 6.0 * count);
      stretch(x, MARGIN_X, WIDTH - MARGIN_X);
      stretch(y, MARGIN_Y, height - MARGIN_Y);
      return new Layout(x, y, height);
    }

    private static void stretch(double[] values, double from, double to) {
      double least = Double.MAX_VALUE;
      double most = -Double.MAX_VALUE;
      for (double value : values) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      for (int i = 0; i < values.length; i++) {
        values[i] =
            most - least < 1e-6
                ? (from + to) / 2
                : from + (values[i] - least) / (most - least) * (to - from);
      }
    }

    /** The first in the middle, the others by turns on its right and on its left, from the top. */
    static Layout star(int count) {
      if (count == 2) {
        return new Layout(new double[] {WIDTH / 3, WIDTH * 2 / 3}, new double[] {50, 50}, 100);
      }
      int right = count / 2;
      int lines = Math.max(3, right);
      double height = lines * LINE + 2 * MARGIN_Y;
      double[] x = new double[count];
      double[] y = new double[count];
      x[0] = WIDTH / 2;
      y[0] = height / 2;
      for (int i = 1; i < count; i++) {
        boolean isRight = i % 2 == 1;
        int side = isRight ? right : count - 1 - right;
        int line = (i - 1) / 2;
        double share = side == 1 ? 0 : 2.0 * (line + 0.5) / side - 1;
        double out = 70 + 70 * Math.sqrt(1 - share * share);
        x[i] = WIDTH / 2 + (isRight ? out : -out);
        y[i] = height / 2 + (line - (side - 1) / 2.0) * LINE;
      }
      return new Layout(x, y, height);
    }

    /** The names of a star: beside the persons on the outer side, that of the first below it. */
    List<Labels.Place> names(List<Labels.Spot> spots) {
      List<Labels.Place> names = new ArrayList<>();
      for (int i = 0; i < spots.size(); i++) {
        Labels.Spot spot = spots.get(i);
        double near = spot.radius() + 4;
        double room = i % 2 == 1 ? WIDTH - spot.x() - near : spot.x() - near;
        names.add(
            i == 0 || spots.size() == 2
                ? new Labels.Place(spot.x(), spot.y() + near + spot.size() * 0.8, "middle")
                : new Labels.Place(
                    i % 2 == 1 ? spot.x() + near : spot.x() - near,
                    spot.y() + spot.size() * 0.34,
                    i % 2 == 1 ? "start" : "end",
                    Labels.cut(spot.name(), room / spot.size())));
      }
      return names;
    }
  }
}
