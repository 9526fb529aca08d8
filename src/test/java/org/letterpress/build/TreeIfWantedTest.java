package org.letterpress.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.SAXParserFactory;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** A tree that is built when it shows that somebody wants it. */
class TreeIfWantedTest {
  private static final String DOCUMENT =
      "<?one 1?><a xmlns='urn:a' xmlns:b='urn:b' n='1'><b:c/>text<?two 2?></a><?three 3?>";

  private final Processor processor = new Processor(false);

  @Test
  void holdsWhatStoodBeforeTheFirstElement() throws Exception {
    TreeIfWanted tree = new TreeIfWanted(() -> true, this::builder);
    BuildingContentHandler at = builder();
    parse(tree);
    XMLReader whole = reader();
    whole.setContentHandler(at);
    whole.parse(new InputSource(new StringReader(DOCUMENT)));
    assertThat(tree.built().getDocumentNode().toString())
        .isEqualTo(at.getDocumentNode().toString())
        .contains("<?one 1?>", "<?three 3?>");
  }

  @Test
  void isNotBuiltWhereNobodyWantsIt() throws Exception {
    TreeIfWanted tree = new TreeIfWanted(() -> false, this::builder);
    parse(tree);
    assertThat(tree.built()).isNull();
  }

  private BuildingContentHandler builder() {
    try {
      return processor.newDocumentBuilder().newBuildingContentHandler();
    } catch (SaxonApiException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void parse(TreeIfWanted tree) throws Exception {
    XMLReader reader = reader();
    reader.setContentHandler(tree);
    reader.parse(new InputSource(new StringReader(DOCUMENT)));
  }

  private static XMLReader reader() throws Exception {
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newSAXParser().getXMLReader();
  }
}
