package org.letterpress.print;

import java.lang.Character.UnicodeScript;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Count;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Stands between the stylesheet and FOP: replaces images that cannot be printed by their
 * alternative text, sets every sign in a font that has it and finds those that none has, joins
 * letters and their accents, divides words that are wider than their lines, and remembers whether
 * it was FOP that failed.
 */
final class FoFilter extends XMLFilterImpl {
  static final String FO = "http://www.w3.org/1999/XSL/Format";
  static final String FOX = "http://xmlgraphics.apache.org/fop/extensions";

  /** Attributes of ours, which end here. */
  static final String LP = "urn:letterpress:prepared";

  /** Signs that a finding shows before it counts the rest. */
  private static final int SHOWN = 8;

  /** Letters of a word that a finding shows. */
  private static final int SHOWN_LETTERS = 40;

  private static final String INLINE = "inline";

  /** The space of Chinese and Japanese, as wide as their signs. */
  private static final char WIDE_SPACE = '\u3000';

  private final Places places;
  private final Images images;
  private final DocumentFonts fonts;
  private final FontRuns runs;
  private final Reports reports;
  private final boolean hyphenated;
  private final WritingModes modes;
  private final LayoutMarks marks;
  private final WideWords wide;
  private final Map<UnicodeScript, Missing> missing = new TreeMap<>();
  private final StringBuilder held = new StringBuilder();
  private Exception failure;
  private boolean droppedImage;
  private boolean droppedLink;
  private boolean bookmark;

  FoFilter(
      ContentHandler fop,
      Places places,
      Images images,
      DocumentFonts fonts,
      Reports reports,
      boolean hyphenated,
      WritingModes modes,
      LayoutMarks marks,
      WideWords wide) {
    this.marks = marks;
    this.wide = wide;
    this.hyphenated = hyphenated;
    this.modes = modes;
    this.places = places;
    this.images = images;
    this.fonts = fonts;
    this.runs = new FontRuns(fonts);
    this.reports = reports;
    setContentHandler(fop);
    fop.setDocumentLocator(places);
  }

  /**
   * Signs of one script that no font has: how often each occurs, and where the first one stands.
   */
  private static final class Missing {
    private final Map<Integer, Integer> counts = new LinkedHashMap<>();
    private String place = "";
  }

  /** The fonts of the document. */
  DocumentFonts fonts() {
    return fonts;
  }

  /** True when FOP threw an exception at one of our events. */
  boolean failed() {
    return failure != null;
  }

  /** What FOP threw. */
  Exception failure() {
    return failure;
  }

  /** Reports the signs that no font has, one finding for each script. */
  void reportMissingGlyphs() {
    missing.forEach(
        (script, signs) -> {
          StringBuilder list = new StringBuilder();
          int shown = 0;
          for (int sign : signs.counts.keySet()) {
            if (shown == SHOWN) {
              list.append(" and ").append(signs.counts.size() - SHOWN).append(" more");
              break;
            }
            list.append(shown++ == 0 ? "" : ", ").append(show(sign));
          }
          int total = signs.counts.values().stream().mapToInt(Integer::intValue).sum();
          reports.add(
              Code.PRINT_GLYPH,
              signs.place,
              list,
              signs.place.isEmpty() ? "" : ", first at \"" + signs.place + "\"",
              Count.times(total),
              scriptName(script));
        });
  }

  private static String show(int sign) {
    String code = String.format(Locale.ROOT, "U+%04X", sign);
    boolean visible = Character.isLetterOrDigit(sign) || Character.getType(sign) >= 20;
    return visible ? "\"" + Character.toString(sign) + "\" (" + code + ")" : code;
  }

  private static String scriptName(UnicodeScript script) {
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> "these signs";
      default -> {
        String name = script.name().replace('_', ' ');
        yield "the " + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + " script";
      }
    };
  }

  @Override
  public void setDocumentLocator(org.xml.sax.Locator locator) {
    // FOP gets our places instead.
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    release();
    String id = attributes.getValue("", "id");
    places.enter(id);
    if (uri.equals(FO)) {
      marks.read(local, attributes);
    }
    Attributes passed = runs.enter(withoutOurs(modes.enter(local, attributes)));
    bookmark |= local.equals("bookmark-title");
    if (uri.equals(FO) && local.equals("basic-link") && !leads(attributes)) {
      unlinked(attributes);
      return;
    }
    if (uri.equals(FO) && local.equals("external-graphic")) {
      image(attributes, passed);
      return;
    }
    if (uri.equals(FO)) {
      if (!hyphenated && attributes.getIndex("", "hyphenate") >= 0) {
        AttributesImpl copy = new AttributesImpl(passed);
        copy.setValue(copy.getIndex("", "hyphenate"), "false");
        passed = copy;
      }
    }
    Attributes forwarded = passed;
    forward(() -> super.startElement(uri, local, name, forwarded));
  }

  /** False for a link to an address that FOP would choke on, at the end of the whole document. */
  private static boolean leads(Attributes link) {
    String address = link.getValue("", "external-destination");
    try {
      return address == null || !new URI(address(address)).toString().isEmpty();
    } catch (URISyntaxException wrong) {
      return false;
    }
  }

  private void unlinked(Attributes link) throws SAXException {
    String address = address(link.getValue("", "external-destination"));
    reports.add(Code.PRINT_LINK, places.here(), address);
    droppedLink = true;
    AttributesImpl kept = new AttributesImpl();
    String id = link.getValue("", "id");
    if (id != null) {
      kept.addAttribute("", "id", "id", "CDATA", id);
    }
    forward(() -> super.startElement(FO, "inline", "fo:inline", kept));
  }

  private static Attributes withoutOurs(Attributes attributes) {
    AttributesImpl copy = null;
    for (int i = attributes.getLength() - 1; i >= 0; i--) {
      if (attributes.getURI(i).equals(LP)) {
        copy = copy == null ? new AttributesImpl(attributes) : copy;
        copy.removeAttribute(i);
      }
    }
    return copy == null ? attributes : copy;
  }

  private void image(Attributes all, Attributes attributes) throws SAXException {
    String address = address(attributes.getValue("", "src"));
    // What stands outside the letter's own text says whose it is.
    String owner = all.getValue(LP, "of");
    String place = owner == null ? places.here() : owner;
    Images.Found found = images.find(address, reports.origins().file(place));
    if (found.problem() == null) {
      AttributesImpl copy = new AttributesImpl(attributes);
      String file = found.file().toUri().toASCIIString();
      copy.setValue(copy.getIndex("", "src"), "url('" + file + "')");
      forward(() -> super.startElement(FO, "external-graphic", "fo:external-graphic", copy));
      return;
    }
    reports.add(found.problem(), place, address, found.reason());
    droppedImage = true;
    AttributesImpl kept = new AttributesImpl();
    String id = attributes.getValue("", "id");
    if (id != null) {
      kept.addAttribute("", "id", "id", "CDATA", id);
    }
    forward(() -> super.startElement(FO, "inline", "fo:inline", kept));
    // What a picture shows is said beside it; in its place stands only that one is missing.
    String missing = attributes.getValue(LP, "missing");
    String instead = missing == null ? attributes.getValue(FOX, "alt-text") : missing;
    if (instead != null && !instead.isBlank()) {
      char[] text = ("[" + instead.strip() + "]").toCharArray();
      characters(text, 0, text.length);
    }
  }

  private static String address(String src) {
    String text = src == null ? "" : src.strip();
    if (text.startsWith("url(") && text.endsWith(")")) {
      text = text.substring(4, text.length() - 1).strip();
    }
    if (text.length() > 1 && (text.charAt(0) == '\'' || text.charAt(0) == '"')) {
      text = text.substring(1, text.length() - 1);
    }
    return text;
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    release();
    places.leave();
    modes.leave();
    runs.leave();
    bookmark &= !local.equals("bookmark-title");
    // Links do not stand in links.
    if (droppedLink && uri.equals(FO) && local.equals("basic-link")) {
      droppedLink = false;
      forward(() -> super.endElement(FO, "inline", "fo:inline"));
      return;
    }
    if (droppedImage && uri.equals(FO) && local.equals("external-graphic")) {
      droppedImage = false;
      forward(() -> super.endElement(FO, "inline", "fo:inline"));
    } else {
      forward(() -> super.endElement(uri, local, name));
    }
  }

  @Override
  public void characters(char[] text, int start, int length) {
    // A word may come in several parts.
    held.append(text, start, length);
  }

  /** Sends on the text since the last element began or ended. */
  private void release() throws SAXException {
    if (held.length() > 0) {
      String text = held.toString();
      held.setLength(0);
      modes.read(text.toCharArray(), 0, text.length());
      line(text);
    }
  }

  private void line(String line) throws SAXException {
    int space = bookmark ? -1 : line.indexOf(WIDE_SPACE);
    if (space >= 0) {
      // FOP may end a line before or behind it and begin the next with it.
      line(line.substring(0, space));
      wideSpace();
      line(line.substring(space + 1));
      return;
    }
    if (bookmark) {
      send(line);
      return;
    }
    boolean combining = line.chars().anyMatch(sign -> sign >= 0x300 && sign < 0x370);
    String set = combining ? Normalizer.normalize(line, Normalizer.Form.NFC) : line;
    for (FontRuns.Run run : runs.runs(set)) {
      if (run.missing()) {
        missing(run.text());
      } else if (run.family() == null && run.size() == null) {
        send(run.text());
      } else {
        inline(run);
      }
    }
  }

  private void wideSpace() throws SAXException {
    AttributesImpl attributes = new AttributesImpl();
    attributes.addAttribute("", "leader-pattern", "leader-pattern", "CDATA", "space");
    attributes.addAttribute("", "leader-length", "leader-length", "CDATA", "1em");
    forward(() -> super.startElement(FO, "leader", "fo:leader", attributes));
    forward(() -> super.endElement(FO, "leader", "fo:leader"));
  }

  private void send(String text) throws SAXException {
    char[] signs = (bookmark ? text : divided(text)).toCharArray();
    forward(() -> super.characters(signs, 0, signs.length));
  }

  private String divided(String text) {
    String result = text;
    for (Map.Entry<String, WideWords.Division> each : wide.at(places.here()).entrySet()) {
      if (result.contains(each.getKey())) {
        result = result.replace(each.getKey(), each.getValue().text());
        if (each.getValue().torn()) {
          reports.add(Code.PRINT_TORN, places.here(), shortened(each.getKey()));
        }
      }
    }
    return result;
  }

  private static String shortened(String word) {
    return word.length() <= SHOWN_LETTERS
        ? word
        : word.substring(0, word.offsetByCodePoints(0, SHOWN_LETTERS - 1)) + "…";
  }

  /** Signs in a font of their own. */
  private void inline(FontRuns.Run run) throws SAXException {
    AttributesImpl font = new AttributesImpl();
    if (run.family() != null) {
      font.addAttribute("", "font-family", "font-family", "CDATA", run.family());
    }
    if (run.size() != null) {
      font.addAttribute("", "font-size", "font-size", "CDATA", run.size());
    }
    modes.enter(INLINE, new AttributesImpl());
    forward(() -> super.startElement(FO, INLINE, "fo:inline", font));
    send(run.text());
    modes.leave();
    forward(() -> super.endElement(FO, INLINE, "fo:inline"));
  }

  /** Prints the codes of signs that no font has, so that the reader sees what is not there. */
  private void missing(String signs) throws SAXException {
    StringBuilder codes = new StringBuilder();
    for (int sign : signs.codePoints().toArray()) {
      codes.append(String.format(Locale.ROOT, "[U+%04X]", sign));
      Missing known = missing.computeIfAbsent(UnicodeScript.of(sign), script -> new Missing());
      if (known.counts.isEmpty()) {
        known.place = places.here();
      }
      known.counts.merge(sign, 1, Integer::sum);
    }
    inline(new FontRuns.Run(codes.toString(), null, "70%", false));
  }

  @Override
  public void endDocument() throws SAXException {
    forward(super::endDocument);
  }

  /** One event for FOP. */
  @FunctionalInterface
  private interface Step {
    void run() throws SAXException;
  }

  private void forward(Step step) throws SAXException {
    try {
      step.run();
    } catch (SAXException problem) {
      fail(problem);
      throw problem;
    } catch (RuntimeException problem) {
      fail(problem);
      // Some of these the transformation in between would print with their trace.
      throw new SAXException(problem);
    }
  }

  private void fail(Exception problem) {
    if (failure == null) {
      failure = problem;
    }
  }
}
