package org.letterpress.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Edit;
import org.letterpress.diagnostic.Fix;
import org.letterpress.source.Markup;

/** A word of a tag that is misspelt, and the only one that can have been meant. */
sealed interface Correction {

  /** An element's name without its prefix. */
  record Element(String wrong, String right) implements Correction {}

  /** An attribute's name with its prefix. */
  record AttributeName(String wrong, String right) implements Correction {}

  /** A word of an attribute's value, or all of it. */
  record AttributeValue(String attribute, String wrong, String right) implements Correction {}

  /**
   * The change that makes the correction.
   *
   * @param markup gives the file's markup, or null when its bytes cannot be written back
   * @param line line of the end of the start tag
   * @param column column behind it
   */
  default Fix fix(Supplier<Markup> markup, int line, int column) {
    Markup file = markup.get();
    if (file == null) {
      return Fix.hindered(SourceEdits.ENCODING);
    }
    Markup.Tag tag = file.endingAt(line, column);
    List<Edit> edits = tag == null ? List.of() : edits(file, tag);
    return edits.isEmpty() ? Fix.hindered(SourceEdits.ELSEWHERE) : Fix.of(edits);
  }

  /** The edits of a tag; none when it does not hold what is to be corrected. */
  private List<Edit> edits(Markup file, Markup.Tag tag) {
    if (this instanceof Element element) {
      String local = tag.name().substring(tag.name().indexOf(':') + 1);
      return local.equals(element.wrong) ? rename(tag, element.right) : List.of();
    }
    if (this instanceof AttributeName name) {
      Markup.Attribute attribute = tag.attribute(name.wrong);
      boolean taken = tag.attribute(name.right) != null;
      return attribute == null || taken
          ? List.of()
          : List.of(
              new Edit(attribute.start(), attribute.start() + name.wrong.length(), name.right));
    }
    AttributeValue value = (AttributeValue) this;
    Markup.Attribute attribute = tag.attribute(value.attribute);
    if (attribute == null) {
      return List.of();
    }
    String written = file.text().substring(attribute.valueStart(), attribute.valueEnd());
    Matcher word =
        Pattern.compile("(?<!\\S)" + Pattern.quote(value.wrong) + "(?!\\S)").matcher(written);
    if (!word.find()) {
      return List.of();
    }
    int start = attribute.valueStart() + word.start();
    Edit edit = new Edit(start, start + value.wrong.length(), value.right);
    return word.find() ? List.of() : List.of(edit);
  }

  /** Another local name for an element, in both its tags. */
  static List<Edit> rename(Markup.Tag tag, String local) {
    int prefix = tag.name().indexOf(':') + 1;
    int length = tag.name().length();
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(tag.start() + 1 + prefix, tag.start() + 1 + length, local));
    if (!tag.isEmpty()) {
      edits.add(new Edit(tag.closing() + 2 + prefix, tag.closing() + 2 + length, local));
    }
    return edits;
  }
}
