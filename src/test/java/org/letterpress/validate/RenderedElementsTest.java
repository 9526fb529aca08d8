package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.letterpress.source.SafeParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Holds grammar and stylesheets together: what these render, the grammar must not refuse. */
class RenderedElementsTest {
  private static final String RNG = "http://relaxng.org/ns/structure/1.0";
  private static final String XSLT = "http://www.w3.org/1999/XSL/Transform";
  private static final Path GRAMMAR = Path.of("schema", "letterpress.rng");
  private static final Path STYLESHEETS = Path.of("xslt");

  /** Elements that keep their rule although the grammar refuses them, and why. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "hyph", "stands in entries of dictionaries only, which no edition of letters has",
          "fsdDecl", "declares systems of features for linguists, in the header only");

  // What stands in a pattern beside the names of elements: predicates, literals, variables,
  // attributes, axes, functions and node tests.
  private static final Pattern BESIDE =
      Pattern.compile(
          "'[^']*'|\\[[^\\[\\]]*\\]|[$@][\\w.:-]+|[\\w.-]+::|[\\w.:-]+\\([^()]*\\)|Q\\{[^}]*\\}[\\w.-]+");

  private static final Pattern NAME = Pattern.compile("(?<![\\w.:-])[A-Za-z_][\\w.-]*(?![\\w:(*])");

  @Test
  void theGrammarKnowsEveryElementThatTheStylesheetsHaveARuleFor() throws Exception {
    Set<String> known = elementsOfTheGrammar();
    Map<String, String> unknown = new TreeMap<>(elementsWithARule());
    assertThat(unknown).hasSizeGreaterThan(200);
    unknown.keySet().removeAll(known);
    unknown.keySet().removeAll(REFUSED.keySet());
    assertThat(unknown).as("rules for elements that the grammar refuses").isEmpty();
  }

  @Test
  void whatIsRefusedForAReasonHasARuleAndIsRefused() throws Exception {
    assertThat(elementsWithARule()).containsKeys(REFUSED.keySet().toArray(String[]::new));
    assertThat(elementsOfTheGrammar()).doesNotContainAnyElementsOf(REFUSED.keySet());
  }

  @Test
  void namesAreToldFromWhatStandsBesideThemInAPattern() {
    assertThat(names("TEI[not(text)]/sourceDoc | pc[@lp:line-end = ('x[1]', 'y')] | m:* | @n"))
        .containsExactly("TEI", "pc", "sourceDoc");
    assertThat(names("key('k', $v)/child::name | text()[contains(., 'q')] | lp:entry/bibl"))
        .containsExactly("bibl", "name");
  }

  /** From each element that a pattern names to the stylesheet where it stands first. */
  private static Map<String, String> elementsWithARule() throws IOException, SAXException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(STYLESHEETS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xsl")).sorted().toList()) {
        read(
            file,
            (name, attributes) -> {
              if (name.equals("template") && attributes.getValue("match") != null) {
                names(attributes.getValue("match"))
                    .forEach(each -> found.putIfAbsent(each, file.toString()));
              }
            },
            XSLT);
      }
    }
    return found;
  }

  private static Set<String> elementsOfTheGrammar() throws IOException, SAXException {
    Set<String> found = new TreeSet<>();
    read(
        GRAMMAR,
        (name, attributes) -> {
          if (name.equals("element") && attributes.getValue("name") != null) {
            found.add(attributes.getValue("name"));
          }
        },
        RNG);
    return found;
  }

  private static Set<String> names(String pattern) {
    String bare = pattern;
    for (String before = ""; !bare.equals(before); ) {
      before = bare;
      bare = BESIDE.matcher(bare).replaceAll(" ");
    }
    Set<String> names = new TreeSet<>();
    Matcher match = NAME.matcher(bare);
    while (match.find()) {
      names.add(match.group());
    }
    return names;
  }

  private interface StartTag {
    void read(String name, Attributes attributes);
  }

  private static void read(Path file, StartTag tag, String namespace)
      throws IOException, SAXException {
    XMLReader reader = SafeParser.newReader();
    reader.setContentHandler(
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String local, String name, Attributes attributes) {
            if (uri.equals(namespace)) {
              tag.read(local, attributes);
            }
          }
        });
    reader.parse(new InputSource(file.toUri().toString()));
  }
}
