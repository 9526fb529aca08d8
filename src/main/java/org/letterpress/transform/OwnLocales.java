package org.letterpress.transform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import org.letterpress.letter.Labels;
import org.xml.sax.SAXException;

/** The edition's own files of labels as one document for the stylesheets. */
final class OwnLocales {
  private OwnLocales() {}

  /** {@code lp:locales} with an {@code lp:locale} for each file that can be read. */
  static InputStream document(Path edition) throws IOException {
    // What cannot be read has been reported where the files are read first.
    Labels labels = Labels.read(edition, (file, problem) -> {});
    Processor processor = new Processor(false);
    try {
      TreeWriter out = new TreeWriter(processor);
      out.start("locales");
      for (Map.Entry<String, Map<String, String>> locale : labels.own().entrySet()) {
        out.start("locale", "lang", locale.getKey());
        for (Map.Entry<String, String> label : new TreeMap<>(locale.getValue()).entrySet()) {
          out.start("label", "key", label.getKey()).text(label.getValue()).end();
        }
        out.end();
      }
      out.end();
      StringWriter text = new StringWriter();
      Serializer serializer = processor.newSerializer(text);
      serializer.setOutputProperty(Serializer.Property.INDENT, "no");
      serializer.setOutputProperty(Serializer.Property.ENCODING, "UTF-8");
      serializer.serializeNode(out.document());
      return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (SAXException | SaxonApiException impossible) {
      throw new IOException(impossible);
    }
  }
}
