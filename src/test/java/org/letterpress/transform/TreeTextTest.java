package org.letterpress.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The text of a tree")
class TreeTextTest {
  private static final String TREE = "<a b='c' d='e'>f<g/>h<i>j</i></a>";

  private static String of(String xml) throws SaxonApiException {
    return TreeText.of(
        new Processor(false).newDocumentBuilder().build(new StreamSource(new StringReader(xml))));
  }

  @Test
  @DisplayName("is that of another tree that says the same")
  void isThatOfTheSame() throws SaxonApiException {
    assertThat(of(TREE)).isEqualTo(of("<a  b=\"c\" d=\"e\">f<g></g>h<i>j</i></a>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a b='c' d='x'>f<g/>h<i>j</i></a>",
        "<a b='c'>f<g/>h<i>j</i></a>",
        "<a b='c' x='e'>f<g/>h<i>j</i></a>",
        "<x b='c' d='e'>f<g/>h<i>j</i></x>",
        "<a b='c' d='e' xmlns='urn:x'>f<g/>h<i>j</i></a>",
        "<a b='c' d='e'>fh<g/><i>j</i></a>",
        "<a b='c' d='e'>f<g/>hj<i/></a>",
        "<a b='c' d='e'>f<g>h<i>j</i></g></a>",
        "<a b='c' d='e'>f<g/>h<i>j</i>k</a>",
        "<a b='c' d='e'>f<g/>h <i>j</i></a>"
      })
  @DisplayName("changes with names, attributes, texts and places")
  void changesWithAnything(String other) throws SaxonApiException {
    assertThat(of(other)).isNotEqualTo(of(TREE));
  }
}
