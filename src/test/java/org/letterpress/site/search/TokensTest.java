package org.letterpress.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static List<String> cut(String text) {
    return new Tokens()
        .of(text).stream().map(token -> text.substring(token.start(), token.end())).toList();
  }

  private static List<List<String>> forms(String text) {
    return new Tokens().of(text).stream().map(Token::forms).toList();
  }

  @Test
  void wordsAreRunsOfLettersAndNumbers() {
    assertThat(cut("“Don't”, he wrote on 3.\u00A0May 1958—twice.”"))
        .containsExactly("Don", "t", "he", "wrote", "on", "3", "May", "1958", "twice");
    assertThat(cut("Wald\u00ADweg cafe\u0301")).containsExactly("Wald\u00ADweg", "cafe\u0301");
    assertThat(cut("— * “” <> 😀 …")).isEmpty();
  }

  @Test
  void signsOfChineseStandAloneAndInPairs() {
    assertThat(forms("毛泽东")).containsExactly(List.of("毛", "毛泽"), List.of("泽", "泽东"), List.of("东"));
    assertThat(cut("毛泽东，1958年")).containsExactly("毛", "泽", "东", "1958", "年");
    assertThat(forms("東、京")).containsExactly(List.of("東"), List.of("京"));
  }

  @Test
  void marksStayWithTheirSigns() {
    assertThat(cut("か\u3099く")).containsExactly("か\u3099", "く");
    assertThat(forms("か\u3099く")).isEqualTo(forms("がく"));
    assertThat(cut("น้ำใจ")).containsExactly("น้", "ำ", "ใ", "จ");
  }

  @Test
  void signsBeyondTheFirstPlaneAreWhole() {
    assertThat(cut("𠀀𠀁 𝔄b")).containsExactly("𠀀", "𠀁", "𝔄b");
  }
}
