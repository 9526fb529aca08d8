package org.letterpress.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssetsTest {
  @Test
  void commentsAndIndentsAreLeftOut() {
    assertThat(
            Assets.lean(
                """
                /* Of the page,
                   all of it. */
                a::before {
                  /* A sign. */
                  content: "/* no comment */";
                }
                """))
        .isEqualTo("a::before {\ncontent: \"/* no comment */\";\n}\n");
    assertThat(
            Assets.lean(
                """
                // What
                /* or
                   why. */
                  var address = "https://example.org//"; // kept

                  next(/x/);
                """))
        .isEqualTo("var address = \"https://example.org//\"; // kept\nnext(/x/);\n");
  }

  @Test
  void noFileOfTheSiteHasACommentOverSeveralLines() throws IOException {
    for (Map.Entry<String, byte[]> file : Assets.all().entrySet()) {
      if (file.getKey().matches(".*/(letterpress|search)\\.(js|css)")) {
        assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
            .as(file.getKey())
            .isNotEmpty()
            .doesNotContainPattern("/\\*[^\n]*\n");
      }
    }
  }
}
