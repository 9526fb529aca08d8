package org.letterpress.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of findings and its pages in the guide. */
class CatalogueTest {
  private static final Path PAGES = Path.of("src", "docs", "diagnostics");

  @Test
  void givesEachFindingAnIdOfItsOwn() {
    assertThat(ids()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void formsEveryIdInTheSameWay(Code code) {
    assertThat(code.id()).matches("LP-[A-Z]+-\\d{3}");
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void findsACodeByItsId(Code code) {
    assertThat(Code.byId(code.id())).isSameAs(code);
  }

  @Test
  void hasAPageForEveryCodeAndACodeForEveryPage() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      List<String> pages =
          files
              .map(page -> page.getFileName().toString())
              .filter(name -> name.startsWith("LP-"))
              .map(name -> name.replaceFirst("\\.md$", ""))
              .toList();
      assertThat(pages).containsExactlyInAnyOrderElementsOf(ids());
    }
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void namesTheCodeInTheTitleOfItsPage(Code code) throws IOException {
    List<String> lines = Files.readAllLines(PAGES.resolve(code.id() + ".md"));
    assertThat(lines).first().asString().startsWith("# " + code.id() + ": ");
    assertThat(lines).contains("## What it means", "## Example", "## What to do");
  }

  private static List<String> ids() {
    return Arrays.stream(Code.values()).map(Code::id).toList();
  }
}
