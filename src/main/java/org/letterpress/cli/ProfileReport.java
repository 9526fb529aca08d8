package org.letterpress.cli;

import java.util.Locale;
import org.letterpress.build.Profile;
import org.letterpress.diagnostic.Count;

/** Says where the time of a build went. */
final class ProfileReport {
  private static final int SLOWEST = 10;
  private static final double SECOND = 1e9;

  private ProfileReport() {}

  /** A table of the steps and of the slowest letters. */
  static String of(Profile profile) {
    long all = profile.steps().stream().mapToLong(Profile.Spent::nanos).sum();
    StringBuilder text = new StringBuilder("time by step\n");
    for (Profile.Spent step : profile.steps()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-12s %9.2f s %5.1f %%%n",
              step.what(),
              step.nanos() / SECOND,
              all == 0 ? 0 : 100.0 * step.nanos() / all));
    }
    text.append(String.format(Locale.ROOT, "  %-12s %9.2f s%n", "all", all / SECOND));
    if (profile.book() != null) {
      text.append("book of ")
          .append(Count.of(profile.book().pages(), "page"))
          .append(", laid out ")
          .append(Count.times(profile.book().layouts()))
          .append('\n');
    }
    if (profile.letters() > 0) {
      text.append("slowest letters, of ").append(profile.letters()).append(" rendered\n");
    }
    for (Profile.Spent letter : profile.slowest(SLOWEST)) {
      text.append(
          String.format(Locale.ROOT, "  %9.3f s  %s%n", letter.nanos() / SECOND, letter.what()));
    }
    return text.toString();
  }
}
