package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookupTest {
  private record Thing(int hash, int number) {}

  @Test
  void findsThingsInTheOrderInWhichTheyWereAdded() {
    Random random = new Random(7);
    for (int run = 0; run < 50; run++) {
      Lookup<Thing> lookup = new Lookup<>();
      List<Thing> things = new ArrayList<>();
      int different = 1 + random.nextInt(200);
      for (int count = random.nextInt(500); count > 0; count--) {
        Thing thing = new Thing(random.nextInt(different) * 64, count);
        lookup.add(thing.hash, thing);
        things.add(thing);
      }
      for (int i = -1; i <= different; i++) {
        int hash = i * 64;
        List<Thing> own = things.stream().filter(thing -> thing.hash == hash).toList();
        assertThat(lookup.all(hash, thing -> thing.hash == hash)).isEqualTo(own);
        assertThat(lookup.first(hash, thing -> thing.number % 2 == 0))
            .isEqualTo(own.stream().filter(t -> t.number % 2 == 0).findFirst().orElse(null));
      }
    }
  }

  @Test
  void findsNothingWhereNothingFits() {
    Lookup<Thing> lookup = new Lookup<>();
    lookup.add(1, new Thing(1, 1));
    assertThat(lookup.first(1, thing -> false)).isNull();
    assertThat(lookup.first(2, thing -> true)).isNull();
  }
}
