package org.letterpress.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The typefaces on a site. */
class FacesTest {
  @Test
  void theStyleSheetNamesTheFacesThatAreThereAndNoOthers() throws IOException {
    SortedMap<String, byte[]> assets = Assets.all();
    String css = new String(assets.get("assets/css/letterpress.css"), StandardCharsets.UTF_8);
    Matcher address = Pattern.compile("url\\(\"\\.\\./(faces/[^\"]+)\"\\)").matcher(css);
    int named = 0;
    while (address.find()) {
      named++;
      assertThat(assets).containsKey("assets/" + address.group(1));
    }
    assertThat(assets.keySet().stream().filter(path -> path.endsWith(".woff2"))).hasSize(named);
  }

  @Test
  void eachFaceHasItsCharactersItsWeightAndItsLicence() throws IOException {
    Faces faces = Faces.read();
    assumeTrue(!faces.files().isEmpty(), "this copy was built without typefaces (npm is missing)");
    assertThat(faces.files())
        .containsKeys(
            "assets/faces/eb-garamond-latin-400-normal.woff2",
            "assets/faces/eb-garamond-latin-600-italic.woff2",
            "assets/faces/eb-garamond-LICENSE.txt",
            "assets/faces/source-serif-4-latin-400-normal.woff2",
            "assets/faces/source-serif-4-LICENSE.txt",
            "assets/faces/noto-serif-hebrew-hebrew-400-normal.woff2",
            "assets/faces/noto-serif-hebrew-LICENSE.txt",
            "assets/faces/noto-naskh-arabic-arabic-600-normal.woff2",
            "assets/faces/noto-naskh-arabic-LICENSE.txt");
    // Behind a face of Latin letters they have nothing but their own script.
    assertThat(faces.files().keySet())
        .noneMatch(path -> path.matches(".*noto-.*-(latin|math|symbols).*"));
    assertThat(faces.rules())
        .containsPattern(
            "font-family: \"EB Garamond\";\\s+font-style: italic;\\s+font-weight: 600 900;"
                + "\\s+font-display: swap;\\s+src: url\\(\"../faces/eb-garamond-greek-600-italic"
                + ".woff2\"\\) format\\(\"woff2\"\\);\\s+unicode-range: U\\+0370-");
  }
}
