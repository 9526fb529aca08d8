package org.letterpress.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.letterpress.diagnostic.Edit;
import org.letterpress.diagnostic.Fix;
import org.letterpress.source.Markup;
import org.letterpress.source.TextRun;
import org.letterpress.validate.SourceEdits.Hindered;

/**
 * Turns what {@code quickfix.xsl} says of the QuickFixes of an assertion into edits of the file.
 *
 * <p>Only a fix about which nobody need be asked is taken: the default fix, else the one that is
 * offered alone, without a user entry and without a choice. For one document and one thread.
 */
final class QuickFixes {
  private static final String INTERNAL = "urn:letterpress:internal";

  private final XdmNode document;
  private final Supplier<Markup> markup;
  private final XPathCompiler paths;

  /**
   * @param document the tree that the rules looked at, with lines and columns
   * @param markup gives the markup of its file, or null when its bytes cannot be written back
   */
  QuickFixes(XdmNode document, Supplier<Markup> markup, XPathCompiler paths) {
    this.document = document;
    this.markup = markup;
    this.paths = paths;
  }

  /** The certain fix of a failed-assert or successful-report of the SVRL, or null. */
  Fix of(XdmNode output) {
    XdmNode chosen = chosen(output);
    if (chosen == null || !value(chosen, "question").isEmpty()) {
      return null;
    }
    if (!value(chosen, "failed").isEmpty()) {
      return Fix.hindered(
          "its quick fix " + value(chosen, "id") + " failed: " + value(chosen, "failed"));
    }
    Markup file = markup.get();
    if (file == null) {
      return Fix.hindered(SourceEdits.ENCODING);
    }
    try {
      SourceEdits source = new SourceEdits(file);
      List<Edit> edits = new ArrayList<>();
      for (XdmNode step : elements(chosen)) {
        if (!value(step, "here").equals("true")) {
          throw new Hindered("its quick fix " + value(chosen, "id") + " changes another file");
        }
        step(step, source, edits);
      }
      return edits.isEmpty() ? null : Fix.of(SourceEdits.settle(edits));
    } catch (Hindered hindered) {
      return Fix.hindered(hindered.getMessage());
    } catch (SaxonApiException failed) {
      return Fix.hindered("its quick fix failed: " + failed.getMessage());
    }
  }

  private static XdmNode chosen(XdmNode output) {
    for (XdmNode offers : elements(output)) {
      if (INTERNAL.equals(offers.getNodeName().getNamespaceUri().toString())) {
        List<XdmNode> fixes = elements(offers);
        String preferred = value(offers, "default");
        return fixes.stream()
            .filter(fix -> fixes.size() == 1 || value(fix, "id").equals(preferred))
            .findFirst()
            .orElse(null);
      }
    }
    return null;
  }

  private void step(XdmNode step, SourceEdits source, List<Edit> edits)
      throws Hindered, SaxonApiException {
    XdmItem item = paths.evaluateSingle(value(step, "path"), document);
    if (!(item instanceof XdmNode anchor)) {
      throw new Hindered(SourceEdits.ELSEWHERE);
    }
    switch (step.getNodeName().getLocalName()) {
      case "delete" -> delete(anchor, source, edits);
      case "add" -> new Addition(step, anchor, source).addTo(edits);
      case "replace" -> new Replacement(step, anchor, source, paths).addTo(edits);
      default -> stringReplace(step, anchor, source, edits);
    }
  }

  private static void delete(XdmNode anchor, SourceEdits source, List<Edit> edits) throws Hindered {
    switch (anchor.getNodeKind()) {
      case ELEMENT -> edits.add(source.delete(source.tag(anchor)));
      case ATTRIBUTE -> edits.add(source.delete(source.attribute(anchor)));
      case TEXT -> {
        TextRun run = source.text(anchor);
        edits.add(source.replace(run, 0, run.value().length(), ""));
      }
      default -> throw new Hindered(SourceEdits.ELSEWHERE);
    }
  }

  private static void stringReplace(
      XdmNode step, XdmNode anchor, SourceEdits source, List<Edit> edits) throws Hindered {
    if (anchor.getNodeKind() != XdmNodeKind.TEXT) {
      throw new Hindered("sqf:stringReplace is for text, not for " + anchor.getNodeName());
    }
    TextRun run = source.text(anchor);
    NodeText writer = NodeText.in(anchor.getParent(), source.markup());
    int at = 0;
    for (XdmNode part : elements(step)) {
      int end = run.value().offsetByCodePoints(at, Integer.parseInt(value(part, "length")));
      if (part.getNodeName().getLocalName().equals("match") && end > at) {
        String written = writer.content(elements(part).get(0));
        edits.add(source.replace(run, at, end, written));
      }
      at = end;
    }
  }

  /** Child elements. */
  static List<XdmNode> elements(XdmNode parent) {
    List<XdmNode> elements = new ArrayList<>();
    for (XdmNode child : parent.children()) {
      if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
        elements.add(child);
      }
    }
    return elements;
  }

  /** Attributes of an element. */
  static List<XdmNode> attributes(XdmNode element) {
    List<XdmNode> attributes = new ArrayList<>();
    element.axisIterator(Axis.ATTRIBUTE).forEachRemaining(attributes::add);
    return attributes;
  }

  /** The one element of a content that holds nothing else, or null. */
  static XdmNode single(XdmNode content) {
    List<XdmNode> nodes = new ArrayList<>();
    content.children().forEach(nodes::add);
    boolean one = nodes.size() == 1 && nodes.get(0).getNodeKind() == XdmNodeKind.ELEMENT;
    return one ? nodes.get(0) : null;
  }

  /** An attribute's value, or nothing. */
  static String value(XdmNode element, String attribute) {
    String value = element.getAttributeValue(new QName(attribute));
    return value == null ? "" : value;
  }

  /** The name that a step gives to its new node, in the namespaces of the schema. */
  static QName target(XdmNode step) throws Hindered {
    String name = value(step, "target");
    int colon = name.indexOf(':');
    if (name.isBlank()) {
      throw new Hindered("its quick fix does not name what is to be added");
    }
    if (colon < 0) {
      return new QName(name);
    }
    String prefix = name.substring(0, colon);
    if (prefix.equals("xml")) {
      return new QName("xml", "http://www.w3.org/XML/1998/namespace", name.substring(4));
    }
    for (var each = step.axisIterator(Axis.NAMESPACE); each.hasNext(); ) {
      XdmNode namespace = each.next();
      if (namespace.getNodeName() != null
          && namespace.getNodeName().getLocalName().equals(prefix)) {
        return new QName(prefix, namespace.getStringValue(), name.substring(colon + 1));
      }
    }
    throw new Hindered("its quick fix uses the prefix " + prefix + ", which no sch:ns declares");
  }

  /** True when two elements have the same content. */
  static boolean sameContent(XdmNode one, XdmNode other, XPathCompiler paths)
      throws SaxonApiException {
    QName first = new QName("one");
    QName second = new QName("other");
    paths.declareVariable(first);
    paths.declareVariable(second);
    XPathSelector equal = paths.compile("deep-equal($one/node(), $other/node())").load();
    equal.setVariable(first, one);
    equal.setVariable(second, other);
    return equal.effectiveBooleanValue();
  }
}
