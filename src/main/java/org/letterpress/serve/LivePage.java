package org.letterpress.serve;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32C;

/** A page of the site with what the preview adds to it; published pages have none of it. */
final class LivePage {
  private static final String HEAD = "<head>";

  private LivePage() {}

  /**
   * The page with the script of the preview, which runs before the page's own.
   *
   * @param path the page, from the root of the site
   * @param data what the script has to know, by names of attributes
   */
  static byte[] of(byte[] page, String path, Map<String, String> data) {
    String html = new String(page, StandardCharsets.UTF_8);
    int head = html.indexOf(HEAD);
    if (head < 0) {
      return page;
    }
    StringBuilder script = new StringBuilder("<script defer src=\"");
    script.append(PreviewServer.OWN).append("preview.js\"");
    attribute(script, "page", path);
    attribute(script, "version", version(page));
    data.forEach((name, value) -> attribute(script, name, value));
    script.append("></script>");
    int at = head + HEAD.length();
    return (html.substring(0, at) + script + html.substring(at)).getBytes(StandardCharsets.UTF_8);
  }

  /** Tells one state of a page from another. */
  static String version(byte[] page) {
    CRC32C sum = new CRC32C();
    sum.update(page);
    return page.length + "-" + Long.toHexString(sum.getValue());
  }

  private static void attribute(StringBuilder out, String name, String value) {
    out.append(" data-").append(name).append("=\"").append(escaped(value)).append('"');
  }

  private static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
