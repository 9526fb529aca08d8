package org.letterpress.corpora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * A finished PDF, read through its tags: what a reader who does not see the page is given, in the
 * order of reading. Nothing of letterpress is used.
 */
final class PrintedPdf implements AutoCloseable {
  private final PDDocument document;
  private final List<Leaf> leaves = new ArrayList<>();
  private final Map<String, Integer> elements = new TreeMap<>();
  private final Map<COSDictionary, Integer> pages = new IdentityHashMap<>();
  private final List<Map<Integer, String>> contents = new ArrayList<>();

  /**
   * A piece of text that one element of the structure holds.
   *
   * @param element type of the nearest element that is a block: "P", "H2" ...
   * @param block which of these it is, by count
   * @param page from 1
   */
  record Leaf(String element, int block, int page, String text) {

    boolean isHeading() {
      return element.matches("H\\d");
    }
  }

  PrintedPdf(Path file) throws IOException {
    document = Loader.loadPDF(Files.readAllBytes(file));
    for (PDPage page : document.getPages()) {
      pages.put(page.getCOSObject(), pages.size() + 1);
      contents.add(contents(page));
    }
    read(document.getDocumentCatalog().getStructureTreeRoot(), "", 0, 0);
  }

  private static Map<Integer, String> contents(PDPage page) throws IOException {
    PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
    extractor.processPage(page);
    Map<Integer, String> contents = new HashMap<>();
    extractor.getMarkedContents().forEach(content -> collect(content, contents));
    return contents;
  }

  private static void collect(PDMarkedContent content, Map<Integer, String> contents) {
    if (content.getMCID() >= 0) {
      contents.put(content.getMCID(), text(content));
    }
  }

  /** What it says of itself, else what is painted. */
  private static String text(PDMarkedContent content) {
    if (content.getActualText() != null) {
      return content.getActualText();
    }
    StringBuilder text = new StringBuilder();
    for (Object part : content.getContents()) {
      if (part instanceof TextPosition sign) {
        text.append(sign.getUnicode());
      } else if (part instanceof PDMarkedContent inner) {
        text.append(text(inner));
      }
    }
    return text.toString();
  }

  private void read(PDStructureNode node, String block, int number, int page) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        String type = element.getStructureType();
        int count = elements.merge(type, 1, Integer::sum);
        boolean opens = !type.matches("Span|Link|Reference|Lbl");
        read(
            element,
            opens ? type : block,
            opens ? elements.values().stream().mapToInt(Integer::intValue).sum() : number,
            page(element.getPage(), page));
      } else if (kid instanceof Integer mcid) {
        leaf(block, number, page(((PDStructureElement) node).getPage(), page), mcid);
      } else if (kid instanceof PDMarkedContentReference reference) {
        leaf(block, number, page(reference.getPage(), page), reference.getMCID());
      }
    }
  }

  private int page(PDPage page, int otherwise) {
    return page == null ? otherwise : pages.get(page.getCOSObject());
  }

  private void leaf(String block, int number, int page, int mcid) {
    String text = page == 0 ? null : contents.get(page - 1).get(mcid);
    if (text != null) {
      leaves.add(new Leaf(block, number, page, text));
    }
  }

  /** All text in the order of reading, without what is repeated on every page. */
  List<Leaf> leaves() {
    return leaves;
  }

  /** How many elements of a type the structure has. */
  int count(String type) {
    return elements.getOrDefault(type, 0);
  }

  /** How many pages it has. */
  int size() {
    return contents.size();
  }

  /** How often each letter stands in it, accents and ligatures undone. */
  Map<Integer, Integer> letters() {
    Map<Integer, Integer> letters = new TreeMap<>();
    leaves.forEach(leaf -> count(leaf.text(), letters));
    return letters;
  }

  /** Adds the letters of a text to a count. */
  static void count(String text, Map<Integer, Integer> letters) {
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> letters.merge(letter, 1, Integer::sum));
  }

  /** The text of each block of a type behind the heading that says this, block by block. */
  List<String> blocksAfter(String heading, String type) {
    Map<Integer, StringBuilder> blocks = new TreeMap<>();
    boolean after = false;
    for (Leaf leaf : leaves) {
      if (leaf.isHeading()) {
        after = leaf.text().equals(heading);
      } else if (after && leaf.element().equals(type)) {
        blocks.computeIfAbsent(leaf.block(), block -> new StringBuilder()).append(leaf.text());
      }
    }
    return blocks.values().stream().map(StringBuilder::toString).toList();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
