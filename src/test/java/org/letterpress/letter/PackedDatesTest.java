package org.letterpress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedDatesTest {

  @Test
  void giveBackWhatWasPutIn() {
    List<LetterDate> dates =
        Arrays.asList(
            new LetterDate(
                LetterDate.Form.WHEN, "1815-02-05", "1815-02-05", "", "", "", "", "", false),
            null,
            new LetterDate(
                LetterDate.Form.BETWEEN, "1815", "", "low", "medium", "internal", "", "", true),
            new LetterDate(
                LetterDate.Form.SPAN, "", "1816", "", "", "", "1815-01-24", "im März", false),
            new LetterDate(LetterDate.Form.TEXT, "", "", "", "", "", "", "", false));
    PackedDates packed = PackedDates.of(dates);
    for (int i = 0; i < dates.size(); i++) {
      assertThat(packed.get(i)).isEqualTo(dates.get(i));
    }
  }
}
