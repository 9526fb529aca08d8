package org.letterpress.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.letterpress.diagnostic.Edit;
import org.letterpress.source.Markup;
import org.letterpress.source.TextRun;

/** Finds nodes of a tree in the file that they were read from. For one file and one thread. */
final class SourceEdits {
  /** Why nothing of a file can be changed. */
  static final String ENCODING =
      "the file cannot be written again byte for byte in the encoding that it declares";

  /** Why a tag cannot be changed. */
  static final String ELSEWHERE =
      "what is to be changed does not stand at this place of the file; it may come from an entity";

  private static final String PIECES =
      "the text is not written in one piece: a comment, CDATA or an entity stands in it";

  private static final QName XML_BASE =
      new QName("xml", "http://www.w3.org/XML/1998/namespace", "base");

  private final Markup markup;

  SourceEdits(Markup markup) {
    this.markup = markup;
  }

  /** Thrown when a change cannot be made; its message is an obstacle of a fix. */
  static final class Hindered extends Exception {
    private static final long serialVersionUID = 1L;

    Hindered(String obstacle) {
      super(obstacle);
    }
  }

  Markup markup() {
    return markup;
  }

  /** The tags of an element. */
  Markup.Tag tag(XdmNode element) throws Hindered {
    Markup.Tag tag = markup.endingAt(element.getLineNumber(), element.getColumnNumber());
    boolean here = tag != null && tag.name().equals(element.getNodeName().toString());
    XdmNode parent = element.getParent();
    boolean sameFile =
        parent == null
            || parent.getBaseURI() == null
            || parent.getNodeKind() == XdmNodeKind.DOCUMENT
            || element.getAttributeValue(XML_BASE) != null
            || parent.getBaseURI().equals(element.getBaseURI());
    if (!here || !sameFile) {
      throw new Hindered(ELSEWHERE);
    }
    return tag;
  }

  /** Where an attribute stands in its tag. */
  Markup.Attribute attribute(XdmNode attribute) throws Hindered {
    Markup.Attribute found =
        tag(attribute.getParent()).attribute(attribute.getNodeName().toString());
    if (found == null) {
      throw new Hindered(ELSEWHERE);
    }
    return found;
  }

  /** The characters of a text node. */
  TextRun text(XdmNode text) throws Hindered {
    int before = 0;
    for (var each = text.axisIterator(Axis.PRECEDING_SIBLING); each.hasNext(); ) {
      before += each.next().getNodeKind() == XdmNodeKind.TEXT ? 1 : 0;
    }
    List<TextRun> runs = markup.texts(tag(text.getParent()));
    if (before >= runs.size() || !runs.get(before).value().equals(text.getStringValue())) {
      throw new Hindered(PIECES);
    }
    return runs.get(before);
  }

  /** Another text for units of a run. */
  Edit replace(TextRun run, int from, int to, String written) throws Hindered {
    if (!run.isOnePiece(from, to) || run.literal().get(from)) {
      throw new Hindered(PIECES);
    }
    return new Edit(run.starts().get(from), run.ends().get(to - 1), written);
  }

  /** Takes an element out. */
  Edit delete(Markup.Tag tag) {
    return new Edit(tag.start(), tag.after(), "");
  }

  /** Takes an attribute out, with the white space before it. */
  Edit delete(Markup.Attribute attribute) {
    int start = attribute.start();
    while (Character.isWhitespace(markup.text().charAt(start - 1))) {
      start--;
    }
    return new Edit(start, attribute.valueEnd() + 1, "");
  }

  /** Another value, between the quotation marks that stand there. */
  Edit value(Markup.Attribute attribute, String value) {
    char quote = markup.text().charAt(attribute.valueEnd());
    return new Edit(attribute.valueStart(), attribute.valueEnd(), markup.escapeValue(value, quote));
  }

  /** A new attribute behind those that are there. */
  Edit add(Markup.Tag tag, String name, String value) {
    int at =
        tag.attributes().isEmpty()
            ? tag.start() + 1 + tag.name().length()
            : tag.attributes().get(tag.attributes().size() - 1).valueEnd() + 1;
    return new Edit(at, at, " " + name + "=\"" + markup.escapeValue(value, '"') + "\"");
  }

  /** Something at the beginning or the end of an element; one without content gets an end tag. */
  Edit into(Markup.Tag tag, boolean first, String written) {
    if (tag.isEmpty()) {
      return new Edit(tag.end() - 2, tag.end(), ">" + written + "</" + tag.name() + ">");
    }
    int at = first ? tag.end() : tag.closing();
    return new Edit(at, at, written);
  }

  /** Something beside a stretch. */
  static Edit insert(int at, String written) {
    return new Edit(at, at, written);
  }

  /**
   * The edits of one fix without conflicts: what is inserted at one point goes there in its order;
   * of changes to the same text the first is made (SQF, "Conflicts").
   */
  static List<Edit> settle(List<Edit> edits) {
    List<Edit> settled = new ArrayList<>();
    for (Edit edit : edits) {
      Edit rival =
          settled.stream().filter(other -> other.conflictsWith(edit)).findFirst().orElse(null);
      if (rival == null) {
        settled.add(edit);
      } else if (rival.start() == rival.end()
          && edit.equals(insert(rival.start(), edit.replacement()))) {
        String both = rival.replacement() + edit.replacement();
        Collections.replaceAll(settled, rival, insert(rival.start(), both));
      }
    }
    return settled;
  }
}
