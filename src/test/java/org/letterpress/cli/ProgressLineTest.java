package org.letterpress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The line on the terminal that tells how far a build has come. */
class ProgressLineTest {
  private static final long SECOND = 1_000_000_000L;

  private final StringWriter out = new StringWriter();
  private long now;
  private final ProgressLine line = new ProgressLine(new PrintWriter(out), () -> now);

  @Test
  void tellsRateAndTimeLeftOfTheStepThatRuns() {
    line.at("read", 1, 1000);
    now += 10 * SECOND;
    line.at("read", 400, 1000);
    assertThat(last()).isEqualTo("read     400 of 1000, 40/s, 15 s left");
    now += 15 * SECOND;
    line.at("read", 1000, 1000);
    assertThat(last()).isEqualTo("read     1000 of 1000, 40/s, 25 s");
  }

  @Test
  void eachStepHasAClockOfItsOwn() {
    line.at("read", 100, 100);
    now += 100 * SECOND;
    line.at("render", 1, 1000);
    now += 2 * SECOND;
    line.at("render", 10, 1000);
    assertThat(last()).isEqualTo("render   10 of 1000, 5.0/s, 3 min 18 s left");
  }

  @Test
  void isNotWrittenMoreOftenThanAnyoneReads() {
    for (int done = 1; done < 1000; done++) {
      now += SECOND / 1000;
      line.at("read", done, 1000);
    }
    assertThat(out.toString().chars().filter(c -> c == '\r').count()).isBetween(9L, 12L);
  }

  private String last() {
    String all = out.toString().stripTrailing();
    return all.substring(all.lastIndexOf('\r') + 1).stripTrailing();
  }
}
