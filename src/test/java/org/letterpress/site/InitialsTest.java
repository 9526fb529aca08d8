package org.letterpress.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
  @ParameterizedTest
  @CsvSource({
    "Éluard,E",
    "eliot,E",
    "'\"the <Elder>\"',T",
    "'\u200fכהן\u200e',כ",
    "1848er,#",
    "...,#",
    "Łukasz,Ł",
    "Ѳеодор,Ѳ",
    "王,漢",
    "김,ㄱ",
    "'(Anonymus)',A"
  })
  void namesStandUnderTheirFirstLetter(String name, String initial) {
    assertThat(new Initials(Locale.ENGLISH).of(name)).isEqualTo(initial);
  }

  @ParameterizedTest
  @CsvSource({"王,W", "李,L", "张,Z", "張,Z", "劉,L", "八,B", "阿,A", "Zeta,Z"})
  void chineseNamesStandUnderTheirSoundInAChineseEdition(String name, String initial) {
    assertThat(new Initials(Locale.CHINESE).of(name)).isEqualTo(initial);
  }

  @Test
  void whatNoLetterBeginsComesLast() {
    List<Initials.Group<String>> groups =
        new Initials(Locale.ENGLISH).groups(List.of("1848", "Anna", "Bert"), Function.identity());

    assertThat(groups).extracting(Initials.Group::label).containsExactly("A", "B", "#");
    assertThat(groups).extracting(Initials.Group::key).containsExactly("a", "b", "other");
  }

  @Test
  void anInitialWithVeryManyNamesIsDivided() {
    List<String> names = IntStream.range(0, 2 * Initials.MOST + 1).mapToObj(n -> "S" + n).toList();

    List<Initials.Group<String>> groups =
        new Initials(Locale.ENGLISH).groups(names, Function.identity());

    assertThat(groups).extracting(Initials.Group::key).containsExactly("s", "s-2", "s-3");
    assertThat(groups).allSatisfy(group -> assertThat(group.entries()).hasSizeLessThan(1001));
  }
}
