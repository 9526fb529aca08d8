package org.letterpress.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the parser's complaints into an editor's words, with what to do about each. */
final class WellFormedness {
  private record Rule(Pattern said, String message, String remedy) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "The element type \"(.+?)\" must be terminated by the matching end-tag.*",
              "element \"$1\" is opened but not closed before another end tag comes",
              "close it with </$1>, or remove the end tag that is too many"),
          rule(
              "The end-tag for element type \"(.+?)\" must end with a '>' delimiter.*",
              "the end tag of \"$1\" has no \">\"",
              "write </$1>"),
          rule(
              "XML document structures must start and end within the same entity.*",
              "the file ends before all its elements are closed",
              "the file may have been cut off: compare it with a backup, and close what is open"),
          rule(
              "The content of elements must consist of well-formed character data or markup.*",
              "there is a \"<\" that does not begin a tag",
              "write &lt; where a less-than sign is meant"),
          rule(
              "The entity name must immediately follow the '&' in the entity reference.*",
              "there is an \"&\" that stands alone",
              "write &amp; where an ampersand is meant"),
          rule(
              "The reference to entity \"(.+?)\" must end with the ';' delimiter.*",
              "\"&$1\" is not finished with a \";\"",
              "write &amp; where an ampersand is meant, or add the \";\""),
          rule(
              "The entity \"(.+?)\" was referenced, but not declared.*",
              "the entity \"&$1;\" is not declared",
              "write the character itself, or declare the entity in the DOCTYPE of the file"),
          rule(
              "Attribute \"(.+?)\" was already specified for element \"(.+?)\".*",
              "element \"$2\" has the attribute \"$1\" twice",
              "keep one of the two"),
          rule(
              "Open quote is expected for attribute \"(.+?)\" associated with.*",
              "the value of attribute \"$1\" is not in quotation marks",
              "put straight quotation marks around the value: $1=\"...\""),
          rule(
              "The value of attribute \"(.+?)\" associated with an element type \"(.+?)\" must not"
                  + " contain the '<' character.*",
              "the value of attribute \"$1\" on \"$2\" contains a \"<\"",
              "close the value with a quotation mark, or write &lt;"),
          rule(
              "The prefix \"(.+?)\" for (?:element|attribute) \"(.+?)\".*is not bound.*",
              "the prefix \"$1\" of \"$2\" is not declared",
              "add xmlns:$1=\"...\" to the root element, or remove the prefix"),
          rule(
              "Content is not allowed in prolog.*",
              "there is text before the first tag",
              "remove what stands before the XML declaration or the first element"),
          rule(
              "Content is not allowed in trailing section.*",
              "there is text after the last end tag",
              "remove what stands after the end of the document"),
          rule(
              "The markup in the document following the root element must be well-formed.*",
              "there is a second root element",
              "keep one root element; put two letters into two files or into a teiCorpus"),
          rule(
              "The processing instruction target matching \"\\[xX\\]\\[mM\\]\\[lL\\]\".*",
              "the XML declaration is not at the very beginning of the file",
              "remove the empty lines and spaces before <?xml"),
          rule(
              "An invalid XML character \\(Unicode: (.+?)\\).*",
              "the character U+$1 is not allowed in XML",
              "delete this control character"));

  private static final String GENERAL = "mend this place first: what follows it could not be read";

  private WellFormedness() {}

  /** What is wrong, as a clause; the parser's own words when the case is not known. */
  static String message(String said) {
    String text = said == null ? "unknown reason" : said.strip();
    for (Rule rule : RULES) {
      Matcher match = rule.said().matcher(text);
      if (match.matches()) {
        return match.replaceAll(rule.message());
      }
    }
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** What to do about it. */
  static String remedy(String said) {
    String text = said == null ? "" : said.strip();
    for (Rule rule : RULES) {
      Matcher match = rule.said().matcher(text);
      if (match.matches()) {
        return match.replaceAll(rule.remedy());
      }
    }
    return GENERAL;
  }

  private static Rule rule(String said, String message, String remedy) {
    return new Rule(Pattern.compile(said, Pattern.DOTALL), message, remedy);
  }
}
