package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.prop.rng.RngProperty;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Holds the grammar to its promise: whatever it accepts, TEI accepts, but for MathML in formulas.
 *
 * <p>Documents are made by walking the grammar, first one for each element with all its attributes,
 * then many at random from fixed seeds. Each must be valid by our grammar, or the walk is wrong,
 * and by TEI's, or the promise is broken.
 */
class GrammarSubsetTest {
  private static final Path OURS = Path.of("schema", "letterpress.rng");
  private static final Path TEI = Path.of("..", "shared", "tei", "tei_all.rng");
  private static final Path FIXTURES = Path.of("src", "test", "resources", "grammar");

  /** Which documents to make at random; others may be asked for when hunting for violations. */
  private static final int FIRST_SEED = Integer.getInteger("letterpress.grammar.first", 1);

  private static final int SEEDS = Integer.getInteger("letterpress.grammar.seeds", 300);

  private static Grammar grammar;
  private static Validator ours;

  @BeforeAll
  static void loadGrammar() throws Exception {
    grammar = Grammar.read(OURS);
    ours = new Validator(OURS);
  }

  /** Jing remembers much of every document: let it go before other tests run. */
  @AfterAll
  static void release() {
    grammar = null;
    ours = null;
  }

  @Test
  void saysOfEveryElementWhatItIsFor() {
    assertThat(grammar.undocumented()).as("elements without a:documentation").isEmpty();
  }

  @Test
  void everyElementIsReachedFromTheRoot() {
    assertThat(grammar.elementNames()).allMatch(grammar::isReachable);
  }

  @Test
  void acceptsNothingThatTeiRejectsInAnyOfItsElements() throws Exception {
    Validator tei = tei();
    Set<String> elements = new TreeSet<>();
    Set<String> attributes = new TreeSet<>();
    for (String name : grammar.elementNames()) {
      for (int variant = 0; variant < 2; variant++) {
        Generated document = new Generator(grammar, variant).documentWith(name, variant);
        elements.addAll(document.elements());
        attributes.addAll(document.attributes());
        check(document, tei, "document " + variant + " for element " + name);
      }
    }
    assertThat(elements).containsAll(grammar.elementNames());
    assertThat(attributes).containsAll(grammar.attributeNames());
  }

  @Test
  void acceptsNothingThatTeiRejectsAtRandom() throws Exception {
    Validator tei = tei();
    for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      check(new Generator(grammar, seed).document(), tei, "seed " + seed);
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void judgesTheFixturesByTheirNames(Path fixture) throws Exception {
    List<String> errors = ours.errors(Files.readString(fixture));
    if (fixture.getFileName().toString().startsWith("valid-")) {
      assertThat(errors).as(fixture.toString()).isEmpty();
    } else {
      assertThat(errors).as(fixture.toString()).isNotEmpty();
    }
  }

  static List<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private static Validator tei() throws Exception {
    assumeTrue(Files.exists(TEI), "the grammar of TEI is not at " + TEI + ": nothing to compare");
    return new Validator(TEI);
  }

  private static void check(Generated document, Validator tei, String what) throws Exception {
    assertThat(ours.errors(document.xml())).as("ours, %s: %s", what, document.xml()).isEmpty();
    assertThat(tei.errors(document.xml())).as("TEI, %s: %s", what, document.xml()).isEmpty();
  }

  /** A document made from the grammar, with the names of what is in it. */
  private record Generated(String xml, Set<String> elements, Set<String> attributes) {}

  /** Jing with one schema, gathering the messages of all errors. */
  private static final class Validator implements ErrorHandler {
    private final List<String> errors = new ArrayList<>();
    private final ValidationDriver driver;

    Validator(Path schema) throws IOException, SAXException {
      PropertyMapBuilder properties = new PropertyMapBuilder();
      properties.put(ValidateProperty.ERROR_HANDLER, this);
      RngProperty.CHECK_ID_IDREF.add(properties);
      driver = new ValidationDriver(properties.toPropertyMap());
      boolean loaded = driver.loadSchema(ValidationDriver.fileInputSource(schema.toFile()));
      assertThat(loaded).as("%s: %s", schema, errors).isTrue();
    }

    List<String> errors(String xml) throws IOException, SAXException {
      errors.clear();
      driver.validate(new InputSource(new StringReader(xml)));
      return List.copyOf(errors);
    }

    @Override
    public void warning(SAXParseException warning) {}

    @Override
    public void error(SAXParseException error) {
      errors.add(error.getMessage());
    }

    @Override
    public void fatalError(SAXParseException error) {
      errors.add(error.getMessage());
    }
  }

  /** A RELAX NG grammar in one file, as a tree of patterns. */
  private static final class Grammar {
    private static final String RNG = "http://relaxng.org/ns/structure/1.0";
    private static final String NOTES = "http://relaxng.org/ns/compatibility/annotations/1.0";

    /** More than any completion needs; also stands for "never". */
    private static final int FAR = 1_000_000;

    private final Element start;
    private final Map<String, Element> definitions = new LinkedHashMap<>();
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Set<String> attributeNames = new TreeSet<>();
    private final Map<Element, List<Element>> parts = new HashMap<>();
    private final Map<Element, Set<Element>> within = new HashMap<>();

    /** The fewest elements that complete each pattern. */
    private final Map<Element, Integer> costs;

    private Grammar(Element root) {
      walk(root);
      for (Element define : parts(root)) {
        if (define.getLocalName().equals("define")) {
          definitions.put(define.getAttribute("name"), define);
        }
      }
      start = parts(root).stream().filter(p -> p.getLocalName().equals("start")).findFirst().get();
      costs = costs();
    }

    static Grammar read(Path file) throws IOException, SAXException, ParserConfigurationException {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return new Grammar(factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
    }

    private void walk(Element pattern) {
      List<Element> children = new ArrayList<>();
      for (Node child = pattern.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child instanceof Element part && RNG.equals(part.getNamespaceURI())) {
          children.add(part);
          walk(part);
        }
      }
      parts.put(pattern, children);
      if (pattern.hasAttribute("name")) {
        switch (pattern.getLocalName()) {
          case "element" -> elements.put(pattern.getAttribute("name"), pattern);
          case "attribute" -> attributeNames.add(pattern.getAttribute("name"));
          default -> {}
        }
      }
    }

    List<Element> parts(Element pattern) {
      return parts.get(pattern);
    }

    Element start() {
      return start;
    }

    Element definition(Element ref) {
      return definitions.get(ref.getAttribute("name"));
    }

    Set<String> elementNames() {
      return elements.keySet();
    }

    Set<String> attributeNames() {
      return attributeNames;
    }

    List<String> undocumented() {
      return elements.entrySet().stream()
          .filter(e -> e.getValue().getElementsByTagNameNS(NOTES, "documentation").getLength() == 0)
          .map(Map.Entry::getKey)
          .toList();
    }

    boolean isReachable(String name) {
      Map<Element, Integer> distances = distances(name);
      return within(start).stream().anyMatch(distances::containsKey);
    }

    int cost(Element pattern) {
      return costs.get(pattern);
    }

    /** How many elements lie between each element that may hold the named one, and that one. */
    Map<Element, Integer> distances(String name) {
      Map<Element, Integer> distances = new HashMap<>();
      Set<Element> ring = Set.of(elements.get(name));
      for (int distance = 0; !ring.isEmpty(); distance++) {
        for (Element element : ring) {
          distances.put(element, distance);
        }
        Set<Element> reached = ring;
        ring =
            elements.values().stream()
                .filter(e -> !distances.containsKey(e))
                .filter(e -> parts(e).stream().anyMatch(part -> meets(within(part), reached)))
                .collect(Collectors.toSet());
      }
      return distances;
    }

    private static boolean meets(Set<Element> some, Set<Element> others) {
      return others.stream().anyMatch(some::contains);
    }

    /** The elements that a pattern may begin, itself included, without those inside of these. */
    Set<Element> within(Element pattern) {
      Set<Element> known = within.get(pattern);
      if (known == null) {
        known =
            switch (pattern.getLocalName()) {
              case "element" -> Set.of(pattern);
              case "attribute" -> Set.of();
              case "ref" -> within(definition(pattern));
              default -> {
                Set<Element> all = new HashSet<>();
                parts(pattern).forEach(part -> all.addAll(within(part)));
                yield all;
              }
            };
        within.put(pattern, known);
      }
      return known;
    }

    /** Costs refer to each other in circles: repeat until none gets smaller. */
    private Map<Element, Integer> costs() {
      Map<Element, Integer> values = new HashMap<>();
      List<Element> roots = new ArrayList<>(definitions.values());
      roots.add(start);
      boolean changed = true;
      while (changed) {
        changed = false;
        for (Element root : roots) {
          Integer before = values.get(root);
          int after = cost(root, values);
          changed |= before == null || after < before;
        }
      }
      return values;
    }

    private int cost(Element pattern, Map<Element, Integer> values) {
      int[] of = parts(pattern).stream().mapToInt(part -> cost(part, values)).toArray();
      int sum = Arrays.stream(of).sum();
      int cost =
          switch (pattern.getLocalName()) {
            case "ref" -> values.getOrDefault(definition(pattern), FAR);
            case "notAllowed" -> FAR;
            case "attribute", "optional", "zeroOrMore" -> 0;
            case "choice" -> Arrays.stream(of).min().orElse(FAR);
            case "element" -> 1 + sum;
            default -> sum;
          };
      cost = Math.min(cost, FAR);
      values.put(pattern, cost);
      return cost;
    }
  }

  /** Makes one document by walking the grammar; the same seed gives the same document. */
  private static final class Generator {
    private static final String OTHER_ELEMENT = "<x:other xmlns:x=\"urn:example:other\"/>";
    private static final String MATHML = "http://www.w3.org/1998/Math/MathML";
    private static final int MAX_DEPTH = 14;
    private static final int MAX_ELEMENTS = 250;
    private static final double ATTRIBUTE_CHANCE = 0.08;

    /** Examples of values by datatype, with its parameters as they stand in the grammar. */
    private static final Map<String, List<String>> EXAMPLES =
        Map.ofEntries(
            Map.entry("token [^\\p{C}\\p{Z}]+", List.of("letter", "x-1", "\u00e9t\u00e9")),
            Map.entry("anyURI \\S+", List.of("#p1", "letter-2.xml#p3", "https://example.org/a?b")),
            Map.entry("token (\\-?[\\d]+/\\-?[\\d]+)", List.of("1/2", "-3/4")),
            Map.entry("token [0-9.,DHMPRSTWYZ/:+\\-]+", List.of("1958-01/1958-02", "P3D")),
            Map.entry(
                "token [\\-+]?\\d+(\\.\\d+)?" + "(%|cm|mm|in|pt|pc|px|em|ex|ch|rem|vw|vh)",
                List.of("12.5cm", "100%")),
            Map.entry(
                "token (-?[0-9]+(\\.[0-9]+)?,-?[0-9]+(\\.[0-9]+)?)", List.of("0,0", "-1.5,20")),
            Map.entry(
                "token [\\d]+[a-z]*[\\d]*(\\.[\\d]+[a-z]*[\\d]*){0,3}", List.of("1", "2.1b3")),
            Map.entry("token [\\d]+(\\.[\\d]+){0,2}", List.of("5", "4.9.0")),
            Map.entry("token [a-z][a-z0-9\\+\\.\\-]*", List.of("gnd", "a.b-c")),
            Map.entry("date (19[789][0-9]|[2-9][0-9]{3}).*", List.of("1999-12-31", "2024-02-29")),
            Map.entry("string .+", List.of(" ", ".")),
            Map.entry("string", List.of("", "some words", "7a")),
            Map.entry("token", List.of("one two", "1")),
            Map.entry("boolean", List.of("true", "false", "1")),
            Map.entry("float", List.of("0.25", "7")),
            Map.entry("double", List.of("1.5", "-2E3", "INF")),
            Map.entry("double 0 1", List.of("0", "0.5", "1")),
            Map.entry("decimal", List.of("12.75", "-3")),
            Map.entry("integer", List.of("-1", "7")),
            Map.entry("nonNegativeInteger", List.of("0", "12")),
            Map.entry("language", List.of("en", "zh-Hant", "grc")),
            Map.entry("Name", List.of("persName", "xml:id")),
            Map.entry("NCName", List.of("letter", "_a")),
            Map.entry("duration", List.of("P1Y2M", "PT15M")),
            Map.entry("date", List.of("1958-01-24", "-0044-03-15")),
            Map.entry("gYear", List.of("1958")),
            Map.entry("gMonth", List.of("--01")),
            Map.entry("gDay", List.of("---24")),
            Map.entry("gYearMonth", List.of("1958-01")),
            Map.entry("gMonthDay", List.of("--01-24")),
            Map.entry("time", List.of("10:30:00")),
            Map.entry("dateTime", List.of("1958-01-24T10:30:00Z")));

    private final Grammar grammar;
    private final Random random;
    private final Set<String> elements = new TreeSet<>();
    private final Set<String> attributes = new TreeSet<>();
    private int count;
    private int ids;
    private int variant;

    /** While a certain element is sought: how far it is from other elements; else null. */
    private Map<Element, Integer> distances;

    Generator(Grammar grammar, long seed) {
      this.grammar = grammar;
      this.random = new Random(seed);
    }

    Generated document() {
      Part root = new Part(null, 0, false);
      fill(grammar.start(), root);
      return new Generated(root.content.toString(), elements, attributes);
    }

    /**
     * A small document with the named element in it, this one with all its attributes; where it may
     * have either of two, the variant tells which.
     */
    Generated documentWith(String name, int variant) {
      this.variant = variant;
      distances = grammar.distances(name);
      count = MAX_ELEMENTS;
      return document();
    }

    /** An element being made. The root part has no name. */
    private static final class Part {
      final String name;
      final int depth;
      final boolean allAttributes;
      final Map<String, String> attributes = new LinkedHashMap<>();
      final StringBuilder content = new StringBuilder();

      Part(String name, int depth, boolean allAttributes) {
        this.name = name;
        this.depth = depth;
        this.allAttributes = allAttributes;
      }

      void writeTo(StringBuilder out) {
        out.append('<').append(name);
        if (depth == 1) {
          out.append(" xmlns=\"http://www.tei-c.org/ns/1.0\"");
        }
        attributes.forEach(
            (key, value) ->
                out.append(' ').append(key).append("=\"").append(escape(value)).append('"'));
        out.append('>').append(content).append("</").append(name).append('>');
      }
    }

    private void fill(Element pattern, Part part) {
      List<Element> parts = grammar.parts(pattern);
      switch (pattern.getLocalName()) {
        case "ref" -> fill(grammar.definition(pattern), part);
        case "define", "start", "group", "interleave" -> fillAll(parts, part);
        case "mixed" -> {
          part.content.append(word());
          fillAll(parts, part);
        }
        case "choice" -> fill(choose(parts, part), part);
        case "optional" -> repeat(parts, part, 0, 1);
        case "zeroOrMore" -> repeat(parts, part, 0, 4);
        case "oneOrMore" -> repeat(parts, part, 1, 3);
        case "text" -> part.content.append(word());
        case "data", "value", "list" -> part.content.append(escape(string(pattern)));
        case "attribute" -> attribute(pattern, part);
        case "element" -> element(pattern, part);
        case "empty" -> {}
        default -> throw new IllegalStateException("cannot make " + pattern.getLocalName());
      }
    }

    private void fillAll(List<Element> patterns, Part part) {
      Element towards = nearest(patterns);
      Map<Element, Integer> sought = distances;
      for (Element pattern : patterns) {
        distances = pattern == towards ? sought : null;
        fill(pattern, part);
      }
      distances = towards == null ? sought : null;
    }

    private void repeat(List<Element> patterns, Part part, int least, int most) {
      int times = least;
      boolean attribute = patterns.get(0).getLocalName().equals("attribute");
      if (attribute) {
        times = part.allAttributes || random.nextDouble() < ATTRIBUTE_CHANCE ? 1 : 0;
      } else if (nearest(patterns) != null) {
        times = 1;
      } else if (!isTired(part)) {
        times += random.nextInt(most - least + 1);
      }
      for (int i = 0; i < times; i++) {
        fillAll(patterns, part);
      }
    }

    private Element choose(List<Element> patterns, Part part) {
      Element towards = nearest(patterns);
      if (towards != null) {
        return towards;
      }
      boolean attributes = patterns.get(0).getElementsByTagName("attribute").getLength() > 0;
      if (part.allAttributes && attributes) {
        return patterns.get(variant);
      }
      int cheapest = patterns.stream().mapToInt(grammar::cost).min().getAsInt();
      List<Element> possible =
          isTired(part)
              ? patterns.stream().filter(p -> grammar.cost(p) == cheapest).toList()
              : patterns;
      return possible.get(random.nextInt(possible.size()));
    }

    private boolean isTired(Part part) {
      return part.depth > MAX_DEPTH || count > MAX_ELEMENTS;
    }

    /** The pattern that leads to the element sought; null when none does or none is sought. */
    private Element nearest(List<Element> patterns) {
      Element best = null;
      int least = Integer.MAX_VALUE;
      if (distances != null) {
        for (Element pattern : patterns) {
          for (Element element : grammar.within(pattern)) {
            Integer distance = distances.get(element);
            if (distance != null && distance < least) {
              best = pattern;
              least = distance;
            }
          }
        }
      }
      return best;
    }

    private void attribute(Element pattern, Part part) {
      if (pattern.hasAttribute("name")) {
        String name = pattern.getAttribute("name");
        List<Element> value = grammar.parts(pattern);
        part.attributes.put(name, value.isEmpty() ? word() : string(value.get(0)));
        attributes.add(name);
      }
    }

    private void element(Element pattern, Part parent) {
      if (!pattern.hasAttribute("name")) {
        if (!isMathml(pattern)) {
          parent.content.append(OTHER_ELEMENT);
        }
        return;
      }
      boolean found = distances != null && distances.getOrDefault(pattern, 1) == 0;
      if (found) {
        distances = null;
        count = MAX_ELEMENTS - 8;
      }
      Part part = new Part(pattern.getAttribute("name"), parent.depth + 1, found);
      elements.add(part.name);
      count++;
      fillAll(grammar.parts(pattern), part);
      part.writeTo(parent.content);
    }

    /** MathML is what our grammar lets in beyond TEI's own: there is nothing to compare. */
    private boolean isMathml(Element pattern) {
      Element names = grammar.parts(pattern).get(0);
      return names.getLocalName().equals("nsName") && names.getAttribute("ns").equals(MATHML);
    }

    /** The text of a value: of an attribute, or of an element that has a datatype. */
    private String string(Element pattern) {
      List<Element> parts = grammar.parts(pattern);
      return switch (pattern.getLocalName()) {
        case "ref" -> string(grammar.definition(pattern));
        case "choice" -> string(parts.get(random.nextInt(parts.size())));
        case "value" -> pattern.getTextContent();
        case "text" -> word();
        case "data" -> example(pattern);
        case "oneOrMore" -> strings(parts) + (random.nextBoolean() ? " " + strings(parts) : "");
        case "optional", "zeroOrMore" -> random.nextBoolean() ? strings(parts) : "";
        default -> strings(parts);
      };
    }

    private String strings(List<Element> patterns) {
      return patterns.stream().map(this::string).collect(Collectors.joining(" "));
    }

    private String example(Element data) {
      String type = data.getAttribute("type");
      if (type.equals("ID")) {
        return "id" + ++ids;
      }
      String key =
          Stream.concat(Stream.of(type), grammar.parts(data).stream().map(Element::getTextContent))
              .collect(Collectors.joining(" "));
      List<String> examples = EXAMPLES.get(key);
      assertThat(examples).as("examples for the datatype %s", key).isNotNull();
      return examples.get(random.nextInt(examples.size()));
    }

    private String word() {
      return List.of("letter", " to ", "Beijing. ", "\u4e0a\u6d77").get(random.nextInt(4));
    }

    private static String escape(String value) {
      return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
  }
}
