package org.letterpress.corpora;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Writes an edition of any size: letters in several languages with names, notes and traces of
 * writing, registers of persons, places, organisations, events and works, and an edition.xml.
 *
 * <p>The same numbers give the same bytes. Where a folder of corpora is given, the words, the
 * lengths of the letters and the share of markup in them are those of its letters; without one,
 * words are made of syllables and the shares are those that the corpora had when this was written.
 * A few letters and entries are awkward on purpose: undated, dated by guess, without
 * correspondents, in Hebrew and Chinese, names with quotation marks, angle brackets and marks of
 * direction, coordinates that are missing or that no place can have.
 *
 * <p>It uses the JDK only, and runs by itself ({@code src/bench/generate.sh}):
 *
 * <pre>java EditionGenerator.java FOLDER COUNT [persons=N] [correspondents=N] [corpora=FOLDER]
 * </pre>
 *
 * @param letters how many letters
 * @param persons how many entries the register of persons has; the first write letters
 * @param correspondents how many of them write or receive letters
 */
public record EditionGenerator(int letters, int persons, int correspondents) {
  /** Any other number gives another edition. */
  private static final long SEED = 1816;

  private static final int FIRST_YEAR = 1816;

  /** Elements of names, notes and traces of writing, and how many there are in 1,000 words. */
  private static final Map<String, Double> SHARES =
      new TreeMap<>(
          Map.of("name", 22.0, "note", 6.0, "hi", 5.0, "del", 3.0, "add", 4.0, "pb", 4.5));

  /** Real places, around which the others are invented. */
  private static final String[] CITIES = {
    "Wien 48.2082 16.3738", "Berlin 52.5200 13.4050", "Paris 48.8566 2.3522",
    "London 51.5074 -0.1278", "Roma 41.9028 12.4964", "Praha 50.0755 14.4378",
    "Leipzig 51.3397 12.3731", "Weimar 50.9795 11.3235", "Zürich 47.3769 8.5417",
    "München 48.1351 11.5820", "Budapest 47.4979 19.0402", "Kraków 50.0647 19.9450",
    "Genève 46.2044 6.1432", "Bruxelles 50.8503 4.3517", "Amsterdam 52.3676 4.9041",
    "København 55.6761 12.5683", "Stockholm 59.3293 18.0686", "Sankt-Peterburg 59.9343 30.3351",
    "Moskva 55.7558 37.6173", "Athina 37.9838 23.7275", "Istanbul 41.0082 28.9784",
    "Jerusalem 31.7683 35.2137", "Alexandria 31.2001 29.9187", "New York 40.7128 -74.0060",
    "Boston 42.3601 -71.0589", "Washington 38.9072 -77.0369", "Madrid 40.4168 -3.7038",
    "Lisboa 38.7223 -9.1393", "Dublin 53.3498 -6.2603", "Edinburgh 55.9533 -3.1883",
    "Rio de Janeiro -22.9068 -43.1729", "Kolkata 22.5726 88.3639", "Beijing 39.9042 116.4074",
    "Tokyo 35.6762 139.6503", "Sydney -33.8688 151.2093", "Cape Town -33.9249 18.4241"
  };

  private static final String[] SYLLABLES =
      ("al an ar au bach bel ber bo bran da de den dor el em er es fa fel fer ga gar gen go hal har"
              + " hel ho il in ka kel kor la le len li lo lu ma me mer mi mo na ne nor o pa per ra"
              + " re rei ri ro sa se sel si so ta tel ten ti to tur u ur va ver vi wal wen wi za ze")
          .split(" ");

  private static final Map<String, String[]> FUNCTION_WORDS =
      Map.of(
          "de",
              ("der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch"
                      + " es an werden aus er hat daß sie nach wird bei einer um am sind noch wie"
                      + " einem über so zum haben nur oder aber vor zur bis mehr durch man sein war"
                      + " ich mir mich Ihnen Ihr unser wenn lieber gestern heute Brief schreiben")
                  .split(" "),
          "en",
              ("the of and to in a is that for it as was with be by on not he his but at are this"
                      + " have from or had an they which one you were all her she there would their"
                      + " we him been has when who will no more if out so up said what its about"
                      + " than into them can only other time new some I my me your dear letter")
                  .split(" "),
          "fr",
              ("de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se"
                      + " ce il sont avec ou son aux d'une cette ont ses mais comme on tout nous sa"
                      + " fait été aussi leur bien peut ces y deux je vous mon cher lettre hier")
                  .split(" "),
          "he", "של את על לא כי הוא אני עם זה כל גם היום מכתב ידיד שלום ירושלים ספר דבר".split(" "),
          "zh", "今日 得 書 甚慰 先生 近來 身體 如何 此間 一切 如常 望 珍重 北京 友人 來信".split(" "));

  private static final Set<String> NAMES =
      Set.of("persName", "placeName", "orgName", "rs", "name", "title", "settlement", "geogName");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** An edition with as many persons, correspondents and other entries as large editions have. */
  public static EditionGenerator of(int letters) {
    return new EditionGenerator(letters, Math.max(4, 2 * letters), Math.max(2, letters / 20));
  }

  /** Writes an edition; without corpora when there are none. */
  public static void main(String[] arguments) throws IOException {
    EditionGenerator edition = of(Integer.parseInt(arguments[1]));
    Path corpora = null;
    for (String option : Arrays.asList(arguments).subList(2, arguments.length)) {
      String value = option.substring(option.indexOf('=') + 1);
      switch (option.substring(0, option.indexOf('=') + 1)) {
        case "persons=" ->
            edition =
                new EditionGenerator(
                    edition.letters, Integer.parseInt(value), edition.correspondents);
        case "correspondents=" ->
            edition =
                new EditionGenerator(edition.letters, edition.persons, Integer.parseInt(value));
        case "corpora=" -> corpora = Path.of(value);
        default -> throw new IllegalArgumentException("unknown option: " + option);
      }
    }
    edition.write(Path.of(arguments[0]), corpora);
  }

  /**
   * Writes the edition.
   *
   * @param folder gets {@code tei/}; made when it is missing
   * @param corpora a folder of TEI letters, or null
   */
  public void write(Path folder, Path corpora) throws IOException {
    Model model = corpora == null || !Files.isDirectory(corpora) ? new Model() : read(corpora);
    Path tei = folder.resolve("tei");
    Files.createDirectories(tei.resolve("registers"));
    Files.writeString(tei.resolve("edition.xml"), editionFile(), StandardCharsets.UTF_8);
    register(tei, "persons", "listPerson", persons, this::person);
    register(tei, "places", "listPlace", places(), this::place);
    register(tei, "orgs", "listOrg", others(20), EditionGenerator::org);
    register(tei, "events", "listEvent", others(50), this::event);
    register(tei, "works", "listBibl", others(10), this::work);
    Zipf people = new Zipf(Math.max(1, persons), 0.75);
    Zipf parties = new Zipf(Math.max(1, Math.min(correspondents, persons)), 1.0);
    Zipf placed = new Zipf(places(), 1.0);
    for (int n = 1; n <= letters; n++) {
      Letter letter = new Letter(n, model, people, parties, placed);
      Path file = tei.resolve("letters/" + letter.day.getYear() + "/" + id('l', n) + ".xml");
      Files.createDirectories(file.getParent());
      Files.writeString(file, letter.write(), StandardCharsets.UTF_8);
    }
  }

  private int places() {
    return Math.max(4, letters / 5);
  }

  private int others(int lettersForEach) {
    return Math.max(2, letters / lettersForEach);
  }

  private int years() {
    return Math.max(1, Math.min(50, letters / 20));
  }

  private static String id(char kind, int n) {
    return String.format(Locale.ROOT, "%c%05d", kind, n);
  }

  private static Random random(char kind, int n) {
    // Neighbouring seeds give neighbouring first numbers: they are spread and the first is dropped.
    Random random = new Random((SEED * 31 + kind) * 1_000_003L + n * 7919L);
    random.nextInt();
    return random;
  }

  // ---- registers -------------------------------------------------------------------------------

  private interface Entry {
    String of(int n);
  }

  private static void register(Path tei, String name, String list, int count, Entry entry)
      throws IOException {
    StringBuilder out = new StringBuilder(header("Register: " + name, "en", ""));
    out.append("<standOff><").append(list).append(">\n");
    for (int n = 1; n <= count; n++) {
      out.append(entry.of(n)).append('\n');
    }
    out.append("</").append(list).append("></standOff></TEI>\n");
    Files.writeString(tei.resolve("registers/" + name + ".xml"), out, StandardCharsets.UTF_8);
  }

  private String person(int n) {
    Random random = random('p', n);
    String surname = surname(n);
    String forename = forename(n);
    int born = FIRST_YEAR - 20 - random.nextInt(50);
    StringBuilder out = new StringBuilder("<person xml:id=\"" + id('p', n) + "\">");
    if (n % 211 == 0) {
      out.append("<persName type=\"main\"><surname>")
          .append(pick(random, "王", "李", "張", "陳", "劉"))
          .append("</surname><forename>")
          .append(pick(random, "鴻章", "之洞", "有為", "啟超", "復"))
          .append("</forename></persName>");
    } else if (n % 197 == 0) {
      out.append("<persName type=\"main\"><forename>")
          .append(pick(random, "משה", "אברהם", "יהודה", "שרה"))
          .append("</forename> <surname>")
          .append(pick(random, "הלוי", "כהן", "מנדלסון", "לוי"))
          .append("</surname></persName>");
    } else if (n % 173 == 0) {
      out.append("<persName type=\"main\">")
          .append(forename)
          .append(" \"the &lt;Elder&gt;\" \u200f")
          .append(surname)
          .append("\u200e &amp; O'")
          .append(surname)
          .append("</persName>");
    } else {
      out.append("<persName type=\"main\"><surname>")
          .append(surname)
          .append("</surname> <forename>")
          .append(forename)
          .append("</forename></persName>");
    }
    if (random.nextInt(10) < 7) {
      out.append("<birth when=\"").append(born).append("\"/>");
      out.append("<death when=\"").append(born + 30 + random.nextInt(55)).append("\"/>");
    }
    if (random.nextInt(10) < 3) {
      out.append("<occupation>")
          .append(pick(random, "publisher", "composer", "physician"))
          .append("</occupation>");
    }
    if (random.nextInt(10) < 5) {
      out.append("<idno type=\"GND\">https://d-nb.info/gnd/").append(gnd(n)).append("</idno>");
      out.append("<idno type=\"Wikidata\">https://www.wikidata.org/entity/Q")
          .append(90_000_000 + n)
          .append("</idno>");
    }
    return out.append("</person>").toString();
  }

  /** A number as the Gemeinsame Normdatei gives them, with its check digit. */
  private static String gnd(int n) {
    String digits = String.valueOf(11_600_000 + n);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += (digits.charAt(i) - '0') * (9 - i);
    }
    int check = (11 - sum % 11) % 11;
    return digits + (check == 10 ? "X" : String.valueOf(check));
  }

  private static String surname(int n) {
    Random random = random('s', n);
    String end = pick(random, "mann", "er", "berg", "et", "ley", "ski", "ini", "son", "thal", "");
    return title(stem(random, 1 + random.nextInt(3)) + end);
  }

  private static String forename(int n) {
    Random random = random('f', n);
    return title(stem(random, 1 + random.nextInt(2)) + pick(random, "a", "us", "e", "ine", "rich"));
  }

  private static String personName(int n) {
    return forename(n) + " " + surname(n);
  }

  private String place(int n) {
    Random random = random('o', n);
    String[] city = CITIES[n <= CITIES.length ? n - 1 : random.nextInt(CITIES.length)].split(" ");
    double north = Double.parseDouble(city[city.length - 2]);
    double east = Double.parseDouble(city[city.length - 1]);
    if (n > CITIES.length) {
      north += random.nextGaussian();
      east += random.nextGaussian() * 1.5;
    }
    String geo =
        n % 10 == 9
            ? ""
            : n % 97 == 0
                ? "<location><geo>148.2 516.4</geo></location>"
                : n % 89 == 0
                    ? "<location><geo>somewhere near the river</geo></location>"
                    : String.format(
                        Locale.ROOT, "<location><geo>%.4f %.4f</geo></location>", north, east);
    return "<place xml:id=\""
        + id('o', n)
        + "\"><placeName>"
        + placeName(n)
        + "</placeName>"
        + geo
        + (n % 3 == 0
            ? "<idno type=\"GeoNames\">https://sws.geonames.org/" + (2_000_000 + n) + "/</idno>"
            : "")
        + "</place>";
  }

  private static String placeName(int n) {
    if (n <= CITIES.length) {
      String city = CITIES[n - 1];
      return city.substring(0, city.lastIndexOf(' ', city.lastIndexOf(' ') - 1));
    }
    Random random = random('t', n);
    return title(
        stem(random, 1 + random.nextInt(2))
            + pick(random, "burg", "dorf", "ville", "ton", "hausen"));
  }

  private static String org(int n) {
    return "<org xml:id=\"" + id('g', n) + "\"><orgName>" + orgName(n) + "</orgName></org>";
  }

  private static String orgName(int n) {
    Random random = random('g', n);
    return pick(random, "Society of ", "Academy of ", "Theatre of ", "Verlag ", "Maison ")
        + title(stem(random, 2));
  }

  private String event(int n) {
    Random random = random('e', n);
    return "<event xml:id=\""
        + id('e', n)
        + "\" when=\""
        + (FIRST_YEAR + random.nextInt(years()))
        + "\"><eventName>Congress of "
        + title(stem(random, 2))
        + "</eventName></event>";
  }

  private String work(int n) {
    Random random = random('w', n);
    return "<bibl xml:id=\""
        + id('w', n)
        + "\"><author>"
        + personName(1 + random.nextInt(Math.max(1, persons)))
        + "</author>, <title>"
        + workTitle(n)
        + "</title>, <date>"
        + (FIRST_YEAR - random.nextInt(80))
        + "</date>.</bibl>";
  }

  private static String workTitle(int n) {
    Random random = random('v', n);
    return title(stem(random, 2)) + " " + stem(random, 2) + " " + stem(random, 1);
  }

  // ---- letters ---------------------------------------------------------------------------------

  /** One letter while it is written. */
  private final class Letter {
    private final int n;
    private final Random random;
    private final Model model;
    private final Zipf people;
    private final Zipf parties;
    private final Zipf placed;
    private final LocalDate day;
    private final String language;
    private final StringBuilder out = new StringBuilder();
    private String word = "";

    Letter(int n, Model model, Zipf people, Zipf parties, Zipf placed) {
      this.n = n;
      this.random = random('l', n);
      this.model = model;
      this.people = people;
      this.parties = parties;
      this.placed = placed;
      long days = 365L * years() * (n - 1) / Math.max(1, letters) + random.nextInt(20);
      this.day = LocalDate.of(FIRST_YEAR, 1, 1).plusDays(days);
      int dice = random.nextInt(100);
      this.language =
          n % 101 == 0 ? "he" : n % 103 == 0 ? "zh" : dice < 50 ? "de" : dice < 80 ? "en" : "fr";
    }

    String write() {
      int sender = parties.draw(random);
      int addressee = parties.draw(random);
      // Most letters are by or to the person whose letters these are.
      if (random.nextInt(10) < 5) {
        sender = 1;
      } else if (random.nextInt(10) < 7) {
        addressee = 1;
      }
      addressee = addressee != sender ? addressee : sender == 1 ? 2 : 1;
      int from = placed.draw(random);
      int to = placed.draw(random);
      String title = personName(sender) + " to " + personName(addressee);
      boolean anonymous = n % 83 == 0;
      String description =
          anonymous
              ? "<correspDesc><correspAction type=\"sent\">"
                  + date()
                  + "</correspAction></correspDesc>"
              : "<correspDesc><correspAction type=\"sent\">"
                  + name("persName", 'p', sender)
                  + name("placeName", 'o', from)
                  + date()
                  + "</correspAction>"
                  + "<correspAction type=\"received\">"
                  + name("persName", 'p', addressee)
                  + (n % 4 == 0 ? "" : name("placeName", 'o', to))
                  + "</correspAction>"
                  + (n > 5 && n % 7 == 0
                      ? "<correspContext><ref type=\"answers\" target=\"#"
                          + id('l', n - 3)
                          + "\">an earlier letter</ref></correspContext>"
                      : "")
                  + "</correspDesc>";
      out.append(
          header(
              anonymous ? "Draft " + n : title,
              language,
              id('l', n),
              "<profileDesc>" + description + "</profileDesc>"));
      out.append("<text xml:lang=\"").append(language).append("\"><body>\n<pb n=\"1\"/><opener>");
      out.append("<dateline>")
          .append(name("placeName", 'o', from))
          .append(", ")
          .append(day)
          .append("</dateline> <salute>");
      words(3);
      out.append("</salute></opener>\n");
      int left = model.length(random);
      while (left > 0) {
        int length = Math.min(left, 40 + random.nextInt(160));
        out.append("<p>");
        running(length);
        out.append("</p>\n");
        left -= length;
      }
      out.append("<closer><salute>");
      words(3);
      out.append("</salute> <signed>").append(forename(sender)).append("</signed></closer>\n");
      if (random.nextInt(10) == 0) {
        out.append("<postscript><p>");
        running(15);
        out.append("</p></postscript>\n");
      }
      return out.append("</body></text></TEI>\n").toString();
    }

    private String date() {
      if (n % 37 == 0) {
        return "";
      }
      return switch (n % 19) {
        case 3 -> "<date notBefore=\"" + day + "\" notAfter=\"" + day.plusDays(20) + "\"/>";
        case 7 -> "<date when=\"" + day + "\" cert=\"low\"/>";
        case 11 -> "<date when=\"" + day.toString().substring(0, 7) + "\"/>";
        case 13 -> "<date when=\"" + day.getYear() + "\"/>";
        default -> "<date when=\"" + day + "\"/>";
      };
    }

    private static String name(String element, char kind, int n) {
      return "<"
          + element
          + " ref=\"#"
          + id(kind, n)
          + "\">"
          + called(kind, n)
          + "</"
          + element
          + ">";
    }

    private static String called(char kind, int n) {
      return switch (kind) {
        case 'p' -> personName(n);
        case 'o' -> placeName(n);
        case 'g' -> orgName(n);
        default -> workTitle(n);
      };
    }

    private void words(int count) {
      for (int i = 0; i < count; i++) {
        out.append(i == 0 ? "" : " ").append(escaped(next()));
      }
    }

    private String next() {
      word = model.word(language, word, random);
      return word;
    }

    /** Words with names, notes and traces of writing between them. */
    private void running(int count) {
      for (int i = 0; i < count; i++) {
        out.append(i == 0 ? "" : " ");
        String chosen = model.markup(random);
        switch (chosen) {
          case "name" -> mention();
          case "hi" -> wrapped("hi rend=\"underline\"", "hi");
          case "del" -> wrapped("del rend=\"strikethrough\"", "del");
          case "add" -> wrapped("add place=\"above\"", "add");
          case "pb" -> out.append("<pb n=\"").append(2 + i / 200).append("\"/>");
          default -> {}
        }
        out.append(chosen.equals("name") || chosen.equals("hi") || chosen.equals("del") ? " " : "");
        out.append(escaped(next()));
        if (chosen.equals("note")) {
          out.append("<note>");
          words(6 + random.nextInt(25));
          if (random.nextInt(3) == 0) {
            out.append(" ").append(name("persName", 'p', people.draw(random)));
          }
          out.append(".</note>");
        }
        if (i % 17 == 16) {
          out.append(random.nextInt(3) == 0 ? "." : ",");
        }
      }
    }

    private void wrapped(String start, String end) {
      out.append("<")
          .append(start)
          .append(">")
          .append(escaped(next()))
          .append("</")
          .append(end)
          .append(">");
      out.append(end.equals("add") ? " " : "");
    }

    private void mention() {
      int dice = random.nextInt(100);
      if (dice < 60) {
        // Who is known goes by the surname.
        int person = people.draw(random);
        out.append("<persName ref=\"#")
            .append(id('p', person))
            .append("\">")
            .append(random.nextBoolean() ? surname(person) : personName(person))
            .append("</persName>");
      } else if (dice < 85) {
        out.append(name("placeName", 'o', placed.draw(random)));
      } else if (dice < 90) {
        out.append(name("orgName", 'g', 1 + random.nextInt(others(20))));
      } else if (dice < 93) {
        out.append("<rs type=\"event\" ref=\"#")
            .append(id('e', 1 + random.nextInt(others(50))))
            .append("\">")
            .append(escaped(next()))
            .append("</rs>");
      } else {
        out.append(name("title", 'w', 1 + random.nextInt(others(10))));
      }
    }
  }

  private static String header(String title, String language, String id) {
    return header(title, language, id, "");
  }

  private static String header(String title, String language, String id, String profile) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\""
        + (id.isEmpty() ? "" : " xml:id=\"" + id + "\"")
        + " xml:lang=\""
        + language
        + "\">\n"
        + "<teiHeader><fileDesc><titleStmt><title>"
        + title
        + "</title></titleStmt>"
        + "<publicationStmt><publisher>generated</publisher><availability><licence"
        + " target=\"https://creativecommons.org/publicdomain/zero/1.0/\">CC0</licence>"
        + "</availability></publicationStmt><sourceDesc><p>made up</p></sourceDesc></fileDesc>"
        + profile
        + "</teiHeader>\n";
  }

  private String editionFile() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\""
        + " xml:id=\"edition\" xml:lang=\"en\"><teiHeader><fileDesc><titleStmt><title"
        + " type=\"main\">The Letters of "
        + personName(1)
        + "</title><title type=\"sub\">A generated"
        + " edition of "
        + letters
        + " letters</title><editor>nobody</editor></titleStmt>"
        + "<publicationStmt><publisher>generated</publisher></publicationStmt><sourceDesc><p>made"
        + " up</p></sourceDesc></fileDesc></teiHeader><text><body><div type=\"preface\">"
        + "<head>Preface</head><p>Nobody has written these letters.</p></div></body></text></TEI>\n";
  }

  // ---- words -----------------------------------------------------------------------------------

  private static String stem(Random random, int syllables) {
    StringBuilder stem = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      stem.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return stem.toString();
  }

  private static String title(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static String escaped(String word) {
    return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Numbers from 1, each less frequent than the one before. */
  private static final class Zipf {
    private final double[] sums;

    Zipf(int count, double exponent) {
      sums = new double[count];
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += 1 / Math.pow(i + 1, exponent);
        sums[i] = sum;
      }
    }

    int draw(Random random) {
      int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
      return Math.min(sums.length, (at < 0 ? -at - 1 : at) + 1);
    }
  }

  /** What letters are like: their words, their lengths, the markup in them. */
  private static final class Model {
    private final Map<String, Map<String, List<String>>> chains = new HashMap<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, Double> shares = new TreeMap<>(SHARES);
    private final Zipf rare = new Zipf(40_000, 1.0);

    int length(Random random) {
      if (!lengths.isEmpty()) {
        return lengths.get(random.nextInt(lengths.size()));
      }
      return (int) Math.max(15, Math.min(6000, Math.exp(5.5 + 0.85 * random.nextGaussian())));
    }

    /** What stands before the next word: a key of the shares, or nothing. */
    String markup(Random random) {
      double dice = random.nextDouble() * 1000;
      for (Map.Entry<String, Double> share : shares.entrySet()) {
        dice -= share.getValue();
        if (dice < 0) {
          return share.getKey();
        }
      }
      return "";
    }

    String word(String language, String before, Random random) {
      List<String> after = chains.getOrDefault(language, Map.of()).get(before);
      if (after != null && random.nextInt(50) > 0) {
        return after.get(random.nextInt(after.size()));
      }
      Map<String, List<String>> chain = chains.get(language);
      if (chain != null && random.nextInt(3) > 0) {
        List<String> starts = chain.get("");
        return starts.get(random.nextInt(starts.size()));
      }
      String[] common = FUNCTION_WORDS.get(language);
      if (random.nextBoolean() || language.equals("he") || language.equals("zh")) {
        return common[random.nextInt(common.length)];
      }
      int number = rare.draw(random);
      Random fixed = random(language.charAt(0), number);
      String word = stem(fixed, 1 + fixed.nextInt(4));
      return language.equals("de") && fixed.nextBoolean() ? title(word) : word;
    }
  }

  // ---- corpora ---------------------------------------------------------------------------------

  private static Model read(Path corpora) throws IOException {
    Model model = new Model();
    Map<String, Long> counts = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(corpora)) {
      files =
          all.filter(file -> file.toString().endsWith(".xml"))
              .filter(file -> !file.toString().matches(".*/(schema|registers)/.*"))
              .sorted()
              .toList();
    }
    long words = 0;
    for (Path file : files) {
      Harvest harvest = new Harvest(counts);
      try {
        XMLReader reader = SAXParserFactory.newInstance().newSAXParser().getXMLReader();
        reader.setContentHandler(harvest);
        reader.setEntityResolver((id, system) -> new InputSource(new StringReader("")));
        reader.parse(file.toUri().toString());
      } catch (SAXException | ParserConfigurationException unread) {
        continue;
      }
      harvest.finish();
      for (String[] text : harvest.texts) {
        words += text.length;
        model.lengths.add(text.length);
        String language = language(text);
        if (!language.isEmpty()) {
          learn(model.chains.computeIfAbsent(language, first -> new HashMap<>()), text);
        }
      }
    }
    if (model.lengths.isEmpty()) {
      return new Model();
    }
    long all = words;
    model.shares.replaceAll((kind, share) -> 1000.0 * counts.getOrDefault(kind, 0L) / all);
    return model;
  }

  private static void learn(Map<String, List<String>> chain, String[] text) {
    String before = "";
    for (String word : text) {
      chain.computeIfAbsent(before, first -> new ArrayList<>()).add(word);
      before = word;
    }
  }

  /** The language with the most function words in a text, or nothing when they are few. */
  private static String language(String[] text) {
    String best = "";
    long most = text.length / 6;
    for (String language : new String[] {"de", "en", "fr"}) {
      Set<String> common = new HashSet<>(Arrays.asList(FUNCTION_WORDS.get(language)));
      long found = Stream.of(text).filter(common::contains).count();
      if (found > most) {
        best = language;
        most = found;
      }
    }
    return best;
  }

  /** Collects the words of letters, notes apart, and counts the markup among them. */
  private static final class Harvest extends DefaultHandler {
    private final Map<String, Long> counts;
    private final List<String[]> texts = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int textDepth;
    private int noteDepth;

    Harvest(Map<String, Long> counts) {
      this.counts = counts;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      String element = name.substring(name.indexOf(':') + 1);
      if (textDepth > 0 || element.equals("body")) {
        textDepth++;
      }
      if (noteDepth > 0 || (textDepth > 0 && element.equals("note"))) {
        noteDepth++;
      }
      if (textDepth == 0) {
        return;
      }
      if (element.equals("div") && attributes.getValue("type") != null) {
        finish();
      }
      String kind = NAMES.contains(element) ? "name" : element;
      if (SHARES.containsKey(kind) && (noteDepth == 0 || (kind.equals("note") && noteDepth == 1))) {
        counts.merge(kind, 1L, Long::sum);
      }
    }

    @Override
    public void characters(char[] text, int start, int length) {
      if (textDepth > 0 && noteDepth == 0) {
        words.append(text, start, length);
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      textDepth = Math.max(0, textDepth - 1);
      noteDepth = Math.max(0, noteDepth - 1);
    }

    /** Ends a letter. */
    void finish() {
      String text = words.toString().strip();
      words.setLength(0);
      String[] all = SPACES.split(text);
      if (all.length >= 15) {
        texts.add(all);
      }
    }
  }
}
