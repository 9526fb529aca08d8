package org.letterpress.print;

import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.area.BodyRegion;
import org.apache.fop.area.OffDocumentItem;
import org.apache.fop.area.PageViewport;
import org.apache.fop.area.Trait;
import org.apache.fop.area.inline.TextArea;
import org.apache.fop.fo.Constants;
import org.apache.fop.fonts.Font;
import org.apache.fop.fonts.FontTriplet;
import org.apache.fop.render.intermediate.IFRenderer;
import org.apache.xmlgraphics.util.MimeConstants;

/**
 * Has each finished page read, puts the notes at its foot in order and the numbers of its lines in
 * the margin, and paints it; a layout that others will follow is not painted.
 */
final class PageRenderer extends IFRenderer {
  /** The white between the text and the numbers of its lines. */
  private static final int GAP = 9000;

  /** Numbers of lines are this much smaller than the text. */
  private static final double SMALLER = 0.72;

  private static final Color GREY = new Color(0x44, 0x44, 0x44);

  private final LayoutMarks marks;
  private final boolean first;
  private final PageReader reader;
  private List<PageReader.NumberedLine> lines = List.of();
  private Rectangle text = new Rectangle();
  private int right;

  /**
   * @param first this layout is the document's first: it is painted only when no other follows
   */
  PageRenderer(FOUserAgent agent, LayoutMarks marks, boolean first) throws FOPException {
    super(agent);
    this.marks = marks;
    this.first = first;
    this.reader = new PageReader(marks);
    setDocumentHandler(
        agent.getRendererFactory().createDocumentHandler(agent, MimeConstants.MIME_PDF));
  }

  /** Where everything fell. */
  PageFacts facts() {
    return reader.facts();
  }

  private boolean paints() {
    return !(first && marks.isDependent());
  }

  /** Pages that are not painted need not wait for those before them. */
  @Override
  public boolean supportsOutOfOrder() {
    return !paints();
  }

  @Override
  public void preparePage(PageViewport page) {
    // Read when all references are known, like any other.
  }

  /** Bookmarks and the like lead to pages that have been painted. */
  @Override
  public void processOffDocumentItem(OffDocumentItem item) {
    if (paints()) {
      super.processOffDocumentItem(item);
    }
  }

  @Override
  public void renderPage(PageViewport page) throws IOException, FOPException {
    lines = reader.read(page);
    if (!paints()) {
      return;
    }
    if (page.getBodyRegion() != null && page.getBodyRegion().getFootnote() != null) {
      NoteSeries.arrange(page.getBodyRegion().getFootnote(), marks);
    }
    text = body(page);
    right = page.getViewArea().width - text.x - text.width;
    super.renderPage(page);
  }

  private static Rectangle body(PageViewport page) {
    var region = page.getPage().getRegionViewport(Constants.FO_REGION_BODY);
    return region == null ? new Rectangle() : region.getViewArea().getBounds();
  }

  @Override
  protected void renderBodyRegion(BodyRegion region) {
    int top = currentBPPosition;
    super.renderBodyRegion(region);
    if (marks.step() > 0) {
      for (PageReader.NumberedLine line : lines) {
        if (line.number() % marks.step() == 0) {
          paint(line, top);
        }
      }
      currentIPPosition = 0;
      currentBPPosition = top;
    }
  }

  /** A number in the outer margin; where both are equally wide, in the left one. */
  private void paint(PageReader.NumberedLine line, int top) {
    FontTriplet around = (FontTriplet) line.text().getTrait(Trait.FONT);
    FontTriplet upright =
        fontInfo.fontLookup(around.getName(), Font.STYLE_NORMAL, Font.WEIGHT_NORMAL);
    int size = (int) ((Integer) line.text().getTrait(Trait.FONT_SIZE) * SMALLER);
    String digits = String.valueOf(line.number());
    int width = fontInfo.getFontInstance(upright, size).getWordWidth(digits);
    // Without an element of the structure tree it is an artifact: not read aloud with the text.
    TextArea number = new TextArea();
    number.addTrait(Trait.FONT, upright);
    number.addTrait(Trait.FONT_SIZE, size);
    number.addTrait(Trait.COLOR, GREY);
    number.setIPD(width);
    number.addWord(digits, 0);
    currentIPPosition = text.x >= right ? -GAP - width : text.width + GAP;
    currentBPPosition = top + line.baseline();
    renderText(number);
  }
}
