package org.letterpress.validate;

import java.util.List;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.letterpress.diagnostic.Edit;
import org.letterpress.source.Markup;
import org.letterpress.source.TextRun;
import org.letterpress.validate.SourceEdits.Hindered;

/** A step {@code sqf:add}: new nodes in or beside an anchor node (SQF, "Add"). */
record Addition(XdmNode step, XdmNode anchor, SourceEdits source) {

  void addTo(List<Edit> edits) throws Hindered {
    XdmNode content = QuickFixes.elements(step).get(0);
    boolean named = QuickFixes.value(step, "node-type").equals("attribute");
    List<XdmNode> attributes = named ? List.of() : QuickFixes.attributes(content);
    if (named || !attributes.isEmpty()) {
      if (anchor.getNodeKind() != XdmNodeKind.ELEMENT) {
        throw new Hindered("only an element can get an attribute");
      }
      NodeText writer = NodeText.in(anchor, source.markup());
      Markup.Tag tag = source.tag(anchor);
      if (named) {
        String name = writer.attributeName(QuickFixes.target(step));
        edits.add(attribute(tag, name, content.getStringValue()));
      }
      for (XdmNode each : attributes) {
        String name = writer.attributeName(each.getNodeName());
        edits.add(attribute(tag, name, each.getStringValue()));
      }
      if (named || !content.children().iterator().hasNext()) {
        return;
      }
    }
    edits.add(beside(content));
  }

  private Edit attribute(Markup.Tag tag, String name, String value) {
    Markup.Attribute there = tag.attribute(name);
    return there == null ? source.add(tag, name, value) : source.value(there, value);
  }

  private Edit beside(XdmNode content) throws Hindered {
    String position = QuickFixes.value(step, "position");
    boolean before = position.equals("before");
    if (anchor.getNodeKind() == XdmNodeKind.TEXT) {
      TextRun run = source.text(anchor);
      String written = written(content, anchor.getParent());
      int last = run.value().length() - 1;
      return SourceEdits.insert(before ? run.starts().get(0) : run.ends().get(last), written);
    }
    XdmNode element = anchor.getNodeKind() == XdmNodeKind.ATTRIBUTE ? anchor.getParent() : anchor;
    if (element.getNodeKind() != XdmNodeKind.ELEMENT) {
      throw new Hindered(SourceEdits.ELSEWHERE);
    }
    Markup.Tag tag = source.tag(element);
    boolean outside = before || position.equals("after");
    XdmNode around = outside ? element.getParent() : element;
    if (around.getNodeKind() != XdmNodeKind.ELEMENT) {
      throw new Hindered("nothing but comments may stand beside the outermost element");
    }
    String written = written(content, around);
    return outside
        ? SourceEdits.insert(before ? tag.start() : tag.after(), written)
        : source.into(tag, !position.equals("last-child"), written);
  }

  /** How the new nodes are written inside an element. */
  private String written(XdmNode content, XdmNode around) throws Hindered {
    NodeText writer = NodeText.in(around, source.markup());
    return switch (QuickFixes.value(step, "node-type")) {
      case "", "keep" -> writer.content(content);
      case "element" -> writer.element(QuickFixes.target(step), content);
      case "comment" -> NodeText.comment(content.getStringValue());
      case "pi", "processing-instruction" ->
          NodeText.instruction(QuickFixes.value(step, "target"), content.getStringValue());
      default -> throw new Hindered("its quick fix adds a kind of node that is not known");
    };
  }
}
