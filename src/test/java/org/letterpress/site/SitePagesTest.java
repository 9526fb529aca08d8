package org.letterpress.site;

import static net.sf.saxon.s9api.streams.Steps.descendant;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.corpora.EditionGenerator;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.Kind;
import org.letterpress.transform.FactsTree;

/** Long lists and registers are divided, and nothing is lost or told twice by that. */
class SitePagesTest {
  private static final int LETTERS = 620;
  private static final int PERSONS = 1300;

  @TempDir static Path folder;

  private static final QName XML_ID =
      new QName("xml", "http://www.w3.org/XML/1998/namespace", "id");
  private static final Processor PROCESSOR = new Processor(false);

  private static EditionIndex index;
  private static final Map<String, XdmNode> places = new HashMap<>();
  private static final Map<String, String> pages = new LinkedHashMap<>();

  @BeforeAll
  static void writeTrees() throws IOException, SaxonApiException {
    index = GeneratedEdition.index(folder, new EditionGenerator(LETTERS, PERSONS, 40), "en");
    XdmNode register =
        PROCESSOR.newDocumentBuilder().build(folder.resolve("tei/registers/places.xml").toFile());
    for (XdmNode node : register.select(descendant("place")).asListOfNodes()) {
      places.put(node.getAttributeValue(XML_ID), node);
    }
    SitePages site = site();
    List<String> paths = new ArrayList<>();
    for (SitePage page : site.pages()) {
      paths.add(page.path());
      pages.put(page.path(), site.tree(page).toString());
    }
    assertThat(paths).doesNotHaveDuplicates();
  }

  private static SitePages site() {
    return new SitePages(
        index,
        new FactsTree(index, "", PROCESSOR),
        () -> null,
        entry -> entry.kind() == Kind.PLACE ? places.get(entry.id()) : null);
  }

  @Test
  void eachLetterStandsOnceInTheListsOfTheYears() {
    List<String> listed = new ArrayList<>();
    pages.forEach(
        (path, tree) -> {
          if (path.startsWith("years/")) {
            listed.addAll(values(tree, "<lp:letter id=\"([^\"]*)\""));
          }
        });

    assertThat(listed)
        .containsExactlyElementsOf(index.letters().stream().map(IndexedLetter::id).toList());
    assertThat(pages.get("letters.html")).doesNotContain("<lp:letter ");
  }

  @Test
  void undatedLettersHaveAPageOfTheirOwn() {
    assertThat(values(pages.get("years/undated.html"), "<lp:letter id=\"([^\"]*)\""))
        .contains("l00037", "l00074");
  }

  @Test
  void eachPersonStandsOnceInTheRegister() {
    List<String> listed = new ArrayList<>();
    pages.forEach(
        (path, tree) -> {
          if (path.startsWith("persons-")) {
            List<String> entries = values(tree, "<lp:entry id=\"([^\"]*)\"");
            assertThat(entries).hasSizeLessThanOrEqualTo(Initials.MOST);
            listed.addAll(entries);
          }
        });

    assertThat(listed).hasSize(PERSONS).doesNotHaveDuplicates();
    assertThat(pages.get("persons.html")).doesNotContain("<lp:entry ");
  }

  @Test
  void everyMentionOfAPersonIsOnOneOfItsPages() {
    index
        .registers()
        .values()
        .forEach(
            register ->
                register.forEach(
                    entry -> {
                      long wanted =
                          index.occurrences(entry).stream()
                              .filter(one -> one.mention() != null)
                              .count();
                      String first = index.href(entry);
                      String further = first.replace(".html", "/");
                      long found =
                          pages.entrySet().stream()
                              .filter(
                                  page ->
                                      page.getKey().equals(first)
                                          || page.getKey().startsWith(further))
                              .mapToLong(page -> values(page.getValue(), "(<lp:hit)[ />]").size())
                              .sum();
                      assertThat(found).as(first).isEqualTo(wanted);
                    }));
  }

  @Test
  void theWriterOfMostLettersHasAPageForEachYear() {
    List<String> parts = values(pages.get("correspondents/p00001.html"), "<lp:part key=\"(\\d*)\"");

    assertThat(parts).hasSizeGreaterThan(10);
    assertThat(pages)
        .containsKeys(
            parts.stream()
                .map(year -> "correspondents/p00001/" + year + ".html")
                .toArray(String[]::new));
  }

  @Test
  void lettersWithoutCorrespondentsAreListed() {
    assertThat(values(pages.get("correspondents/_unknown.html"), "<lp:letter id=\"([^\"]*)\""))
        .contains("l00083", "l00166");
  }

  @Test
  void noPageIsLong() {
    assertThat(Collections.max(pages.values(), (one, other) -> one.length() - other.length()))
        .hasSizeLessThan(250_000);
  }

  @Test
  void placesWithoutCoordinatesAreCountedAndNotDrawn() {
    String map = pages.get("map.html");

    assertThat(values(map, "unplaced=\"(\\d+)\"")).first().asString().isNotEqualTo("0");
    assertThat(values(map, "latitude=\"([^\"]*)\""))
        .isNotEmpty()
        .allSatisfy(degrees -> assertThat(Double.parseDouble(degrees)).isBetween(-90.0, 90.0));
  }

  @Test
  void marksAndNamesStandInsideTheMap() {
    for (String map : pages.get("map.html").split("(?=<lp:map )")) {
      if (map.startsWith("<lp:map ")) {
        double height = Double.parseDouble(values(map, "^<lp:map [^>]*height=\"([^\"]*)\"").get(0));
        assertThat(values(map, "<lp:mark [^>]* y=\"([^\"]*)\""))
            .isNotEmpty()
            .allSatisfy(y -> assertThat(Double.parseDouble(y)).isBetween(0.0, height));
      }
    }
  }

  @Test
  void theNetworkShowsTheMostFrequentAndCountsTheOthers() {
    String network = pages.get("network.html");
    int shown = values(network, "(<lp:node) ").size();
    List<String> left = values(network, "<lp:network [^>]*left=\"(\\d+)\"");

    int connected = values(pages.get("correspondents.html"), "(<lp:party) ").size();
    assertThat(shown + (left.isEmpty() ? 0 : Integer.parseInt(left.get(0))))
        .isLessThanOrEqualTo(connected);
    assertThat(shown).isBetween(2, 60);
  }

  @Test
  void picturesAreTheSameEachTime() {
    SitePages again = site();

    for (SitePage page : again.pages()) {
      if (List.of("map.html", "network.html", "statistics.html").contains(page.path())) {
        assertThat(again.tree(page).toString()).isEqualTo(pages.get(page.path()));
      }
    }
  }

  private static List<String> values(String tree, String pattern) {
    List<String> values = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(tree);
    while (matcher.find()) {
      values.add(matcher.group(1));
    }
    return values;
  }
}
