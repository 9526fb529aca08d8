package org.letterpress.print;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The metadata stream of a PDF. FOP's own has the present time in it, and a title that PDF/A does
 * not accept.
 */
final class Xmp {
  private Xmp() {}

  /** The packet for one document; the same values give the same text. */
  static String packet(PrintOptions options, PdfMetadata metadata) {
    String date =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'")
            .withZone(ZoneOffset.UTC)
            .format(options.creationDate());
    StringBuilder out = new StringBuilder();
    out.append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    out.append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
    out.append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    describe(out, "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
    out.append("<dc:format>application/pdf</dc:format>\n");
    array(out, "dc:title", "Alt", " xml:lang=\"x-default\"", metadata.title());
    array(out, "dc:language", "Bag", "", metadata.lang());
    array(out, "dc:creator", "Seq", "", metadata.author());
    array(out, "dc:description", "Alt", " xml:lang=\"x-default\"", metadata.subject());
    out.append("</rdf:Description>\n");
    describe(out, "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"");
    out.append("<pdf:Producer>").append(escape(options.producer())).append("</pdf:Producer>\n");
    out.append("</rdf:Description>\n");
    describe(out, "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"");
    out.append("<xmp:CreatorTool>").append(escape(options.producer()));
    out.append("</xmp:CreatorTool>\n");
    out.append("<xmp:CreateDate>").append(date).append("</xmp:CreateDate>\n");
    out.append("<xmp:MetadataDate>").append(date).append("</xmp:MetadataDate>\n");
    out.append("</rdf:Description>\n");
    describe(out, "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"");
    out.append("<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n");
    out.append("</rdf:Description>\n");
    describe(out, "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"");
    out.append("<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
    out.append(SCHEMA_OF_PDFUA);
    out.append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    return out.toString();
  }

  /** PDF/A asks for a description of every schema that it does not know itself. */
  private static final String SCHEMA_OF_PDFUA =
      """
      <rdf:Description rdf:about=""
        xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>the part of ISO 14289 that is followed</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>
      """;

  private static void describe(StringBuilder out, String namespace) {
    out.append("<rdf:Description rdf:about=\"\" ").append(namespace).append(">\n");
  }

  private static void array(
      StringBuilder out, String property, String kind, String attribute, String value) {
    if (!value.isBlank()) {
      out.append('<').append(property).append("><rdf:").append(kind).append("><rdf:li");
      out.append(attribute).append('>').append(escape(value)).append("</rdf:li></rdf:");
      out.append(kind).append("></").append(property).append(">\n");
    }
  }

  private static String escape(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
