package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is made while something else goes on. */
class BackgroundTest {
  @Test
  void isWaitedForAndMadeOnce() {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger made = new AtomicInteger();
    Background<Integer> background =
        Background.start(
            "test",
            () -> {
              await(go);
              return made.incrementAndGet();
            });
    assertThat(background.isDone()).isFalse();
    go.countDown();
    assertThat(background.get()).isEqualTo(1);
    assertThat(background.get()).isEqualTo(1);
    assertThat(background.isDone()).isTrue();
  }

  @Test
  void whatMadeItImpossibleIsThrownWhereItIsAskedFor() {
    Background<String> failing =
        Background.start(
            "test",
            () -> {
              throw new IllegalArgumentException("no");
            });
    assertThatThrownBy(failing::get).isInstanceOf(IllegalArgumentException.class).hasMessage("no");
    Background<String> tooDeep = Background.now(() -> deeper(0));
    assertThatThrownBy(tooDeep::get).isInstanceOf(StackOverflowError.class);
  }

  private static String deeper(int level) {
    return level < 0 ? "" : deeper(level + 1) + level;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
