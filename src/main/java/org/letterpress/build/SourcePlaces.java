package org.letterpress.build;

import static net.sf.saxon.s9api.streams.Predicates.hasLocalName;
import static net.sf.saxon.s9api.streams.Predicates.isElement;
import static net.sf.saxon.s9api.streams.Steps.ancestor;
import static net.sf.saxon.s9api.streams.Steps.descendant;
import static net.sf.saxon.s9api.streams.Steps.descendantOrSelf;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.IndexedVolume;
import org.letterpress.print.Origins;

/** Where the source has what an id of the print stands for. */
final class SourcePlaces implements Origins {
  private static final String PREPARED = "urn:letterpress:prepared";
  private static final QName ID = new QName(PREPARED, "id");
  private static final QName MENTION = new QName(PREPARED, "mention");

  private final Map<String, Text> letters;
  private final Map<String, IndexedVolume> volumes;
  private final Location otherwise;

  /**
   * A printed letter.
   *
   * @param letter the letter
   * @param prepared as it is printed
   * @param file its file, parsed when it is wanted
   */
  record Text(IndexedLetter letter, XdmNode prepared, Function<IndexedLetter, XdmNode> file) {

    /** The element of the file that is the letter. */
    private XdmNode unit() {
      return file.apply(letter)
          .select(descendant(isElement()))
          .skip(letter.facts().ordinal() - 1L)
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * @param letters what is printed, by the ids that begin all ids of a letter
   * @param volumes volumes whose text outside their letters is printed, by what begins all ids of
   *     them
   * @param otherwise the place of an id that is of none of them
   */
  SourcePlaces(Map<String, Text> letters, Map<String, IndexedVolume> volumes, Location otherwise) {
    this.letters = letters;
    this.volumes = volumes;
    this.otherwise = otherwise;
  }

  /**
   * The line of the element with that id; that of its letter or volume where the source has none
   * that is surely meant.
   */
  @Override
  public Location place(String id) {
    String owner = owner(id);
    Text text = letters.get(owner);
    if (text != null) {
      String own = id.substring(Math.min(owner.length() + 1, id.length()));
      return Location.of(text.letter().facts().file().name(), line(text, own), 0);
    }
    IndexedVolume volume = volumes.get(owner);
    return volume == null ? otherwise : Location.of(volume.file().name(), volume.line(), 0);
  }

  @Override
  public String file(String id) {
    String owner = owner(id);
    if (letters.containsKey(owner)) {
      return letters.get(owner).letter().facts().file().key();
    }
    return volumes.containsKey(owner) ? volumes.get(owner).file().key() : otherwise.file();
  }

  /** What the id begins with, up to a hyphen: a letter's or a volume's; else an empty text. */
  private String owner(String id) {
    for (int end = id.length(); end > 0; end = id.lastIndexOf('-', end - 1)) {
      String owner = id.substring(0, end);
      if (letters.containsKey(owner) || volumes.containsKey(owner)) {
        return owner;
      }
    }
    return "";
  }

  private static int line(Text text, String own) {
    XdmNode unit = text.unit();
    // "note-3-call" is a place of the note.
    for (int end = own.length(); unit != null && end > 0; end = own.lastIndexOf('-', end - 1)) {
      XdmNode element = element(text, unit, own.substring(0, end));
      if (element != null) {
        return element.getLineNumber();
      }
    }
    return text.letter().facts().line();
  }

  private static XdmNode element(Text text, XdmNode unit, String id) {
    XdmNode named =
        unit.select(descendantOrSelf().where(node -> id.equals(node.attribute("xml:id"))))
            .findFirst()
            .orElse(null);
    if (named != null) {
      return named;
    }
    XdmNode printed =
        text.prepared()
            .select(
                descendant(
                    node ->
                        id.equals(node.getAttributeValue(ID))
                            || id.equals(node.getAttributeValue(MENTION))))
            .findFirst()
            .orElse(null);
    return printed == null ? null : original(text, unit, printed);
  }

  /**
   * The element that was printed: of as many of its name the same one, else the one that says so.
   */
  private static XdmNode original(Text text, XdmNode unit, XdmNode printed) {
    String name = printed.getNodeName().getLocalName();
    List<XdmNode> all = inText(text.prepared(), name);
    List<XdmNode> own = inText(unit, name);
    if (all.size() == own.size()) {
      return own.get(all.indexOf(printed));
    }
    String words = words(printed);
    List<XdmNode> alike = own.stream().filter(node -> words(node).equals(words)).toList();
    return alike.size() == 1 ? alike.get(0) : null;
  }

  private static List<XdmNode> inText(XdmNode around, String name) {
    return around
        .select(descendant(hasLocalName(name)))
        .filter(node -> node.select(ancestor(hasLocalName("teiHeader"))).findFirst().isEmpty())
        .asList();
  }

  private static String words(XdmNode node) {
    return node.getStringValue().replaceAll("\\s+", "");
  }
}
