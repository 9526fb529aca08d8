package org.letterpress.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InitialListTest {
  private static InitialList<String> list(int count) {
    List<String> names = IntStream.range(0, count).mapToObj("Müller %05d"::formatted).toList();
    return InitialList.of("persons.html", names, new Initials(Locale.GERMAN), Function.identity());
  }

  @Test
  void aShortListIsOnePage() {
    List<SitePage> pages = new ArrayList<>();
    list(3).addPages(pages, SitePage::of, (out, href, shown) -> {});
    assertThat(pages).extracting(SitePage::path).containsExactly("persons.html");
  }

  @Test
  void twentyThousandOfOneInitialAreTwentyPagesAndTheirContents() {
    InitialList<String> list = list(20_000);
    List<SitePage> pages = new ArrayList<>();
    list.addPages(pages, SitePage::of, (out, href, shown) -> {});
    assertThat(pages)
        .hasSize(21)
        .extracting(SitePage::path)
        .doesNotHaveDuplicates()
        .contains("persons.html", "persons-m.html", "persons-m-2.html", "persons-m-20.html");
    assertThat(list.groups())
        .allSatisfy(group -> assertThat(group.entries()).hasSizeLessThanOrEqualTo(Initials.MOST));
    assertThat(list.groups().stream().mapToInt(group -> group.entries().size()).sum())
        .isEqualTo(20_000);
  }
}
