package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PointersTest {

  @Test
  void giveBackWhatWasPutIn() {
    Random random = new Random(6);
    for (int run = 0; run < 200; run++) {
      List<Pointer> pointers = pointers(random);
      Pointers packed = Pointers.of(pointers);
      assertThat(packed).isEqualTo(pointers);
      assertThat(packed).hasSameHashCodeAs(pointers);
      for (int i = 0; i < pointers.size(); i++) {
        assertThat(packed.get(i)).isEqualTo(pointers.get(i));
      }
      assertThat(Pointers.of(packed.bytes(), packed.values())).isEqualTo(packed);
    }
  }

  @Test
  void takeTheValuesThatOthersShare() {
    Pointers pointers = Pointers.of(List.of(new Pointer(1, "rs", "ref", "#a", 2, 3)));
    String own = new StringBuilder("#a").toString();
    Pointers shared = pointers.sharing(value -> own);
    assertThat(shared).isEqualTo(pointers);
    assertThat(shared.get(0).value()).isSameAs(own);
  }

  @Test
  void differWhereAnythingDiffers() {
    Pointers pointers = Pointers.of(List.of(new Pointer(1, "rs", "ref", "#a", 2, 3)));
    for (Pointer other :
        List.of(
            new Pointer(2, "rs", "ref", "#a", 2, 3),
            new Pointer(1, "name", "ref", "#a", 2, 3),
            new Pointer(1, "rs", "key", "#a", 2, 3),
            new Pointer(1, "rs", "ref", "#b", 2, 3),
            new Pointer(1, "rs", "ref", "#a", 3, 3),
            new Pointer(1, "rs", "ref", "#a", 2, 4))) {
      assertThat(Pointers.of(List.of(other))).isNotEqualTo(pointers);
    }
  }

  @Test
  void endWhereTheyEnd() {
    Pointers one = Pointers.of(List.of(new Pointer(1, "rs", "ref", "#a", 2, 3)));
    assertThatThrownBy(() -> one.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(Pointers.NONE).isEmpty();
  }

  private static List<Pointer> pointers(Random random) {
    List<Pointer> pointers = new ArrayList<>();
    for (int count = random.nextInt(30); count > 0; count--) {
      pointers.add(
          new Pointer(
              random.nextInt(100_000),
              random.nextInt(4) == 0 ? "strange" : "persName",
              random.nextInt(4) == 0 ? "odd" : "ref",
              "#p" + random.nextInt(5),
              random.nextInt(5_000),
              random.nextInt(10) - 1));
    }
    return pointers;
  }
}
