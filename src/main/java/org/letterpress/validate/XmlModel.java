package org.letterpress.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An {@code xml-model} instruction: a schema that a document names for itself ("Associating Schemas
 * with XML documents", ISO/IEC 19757-11).
 *
 * @param href where the schema is, as written
 * @param type its media type, or empty
 * @param schematypens the namespace that tells its language, or empty
 * @param phase the Schematron phase to check, or empty
 * @param charset the encoding of a schema that does not tell it itself, or empty
 * @param group schemas of a group are used together; empty for the group without a name
 * @param line where it stands in the document
 */
public record XmlModel(
    String href,
    String type,
    String schematypens,
    String phase,
    String charset,
    String group,
    int line) {
  /** The instruction's name. */
  static final String TARGET = "xml-model";

  private static final Pattern PSEUDO_ATTRIBUTE =
      Pattern.compile("([\\w.-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  /** Reads the text of an instruction; what is not there is empty. */
  static XmlModel of(String data, int line) {
    Map<String, String> values = new HashMap<>();
    Matcher each = PSEUDO_ATTRIBUTE.matcher(data);
    while (each.find()) {
      String value = each.group(2) == null ? each.group(3) : each.group(2);
      values.putIfAbsent(each.group(1), unescaped(value.strip()));
    }
    return new XmlModel(
        values.getOrDefault("href", ""),
        values.getOrDefault("type", ""),
        values.getOrDefault("schematypens", ""),
        values.getOrDefault("phase", ""),
        values.getOrDefault("charset", ""),
        values.getOrDefault("group", ""),
        line);
  }

  /**
   * Of several groups, which are alternatives, the first.
   *
   * @param models all instructions of a document, in their order
   */
  static List<XmlModel> firstGroup(List<XmlModel> models) {
    return models.stream().filter(model -> model.group().equals(models.get(0).group())).toList();
  }

  /**
   * The language that the schema is said to be in.
   *
   * @return null when nothing is said of it, or of a language that is not known
   */
  SchemaKind kind() {
    boolean compact =
        type.startsWith("application/relax-ng-compact-syntax")
            || SchemaKind.ofEnding(href) == SchemaKind.COMPACT;
    return switch (schematypens) {
      case SchemaKind.RELAX_NG_NAMESPACE -> compact ? SchemaKind.COMPACT : SchemaKind.RELAX_NG;
      case SchemaKind.SCHEMATRON_NAMESPACE -> SchemaKind.SCHEMATRON;
      case SchemaKind.XML_SCHEMA_NAMESPACE -> SchemaKind.XML_SCHEMA;
      case "" -> compact ? SchemaKind.COMPACT : SchemaKind.ofEnding(href);
      default -> null;
    };
  }

  /** Why the instruction leads to no schema that can be used, or null when it may. */
  String obstacle() {
    if (href.isEmpty()) {
      return "its xml-model instruction has no href";
    }
    if (type.equals("application/xml-dtd") || href.endsWith(".dtd")) {
      return "it is a DTD";
    }
    if (!schematypens.isEmpty() && kind() == null) {
      return "its schematypens is \"" + schematypens + "\"";
    }
    return null;
  }

  private static String unescaped(String value) {
    return value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
