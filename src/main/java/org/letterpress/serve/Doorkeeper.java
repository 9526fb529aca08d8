package org.letterpress.serve;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides who may ask. A page of another site that is open in the editor's browser must not read
 * the edition, not even under a name that it has made lead to this machine (DNS rebinding).
 *
 * @param names the names besides addresses under which the server may be called, in small letters
 */
record Doorkeeper(Set<String> names) {
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  /**
   * True for a request that comes from a person or from a page of this server.
   *
   * @param host the header {@code Host}, or null
   * @param origin the header {@code Origin}, or null
   * @param site the header {@code Sec-Fetch-Site}, or null
   * @param mode the header {@code Sec-Fetch-Mode}, or null
   */
  boolean allows(String host, String origin, String site, String mode) {
    if (host == null || !isOurs(name(host))) {
      return false;
    }
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      return false;
    }
    // A link on another site may lead here; a script of another site may not look at it.
    return !"cross-site".equals(site) || "navigate".equals(mode);
  }

  /** An address cannot be made to lead elsewhere; a name can. */
  private boolean isOurs(String name) {
    return names.contains(name) || ADDRESS.matcher(name).matches();
  }

  private static String name(String host) {
    return PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
  }

  /**
   * The path of a request from the root of the site, or null for one that leads out of it or that
   * no file can have.
   */
  static String path(URI address) {
    String path = address.getPath();
    if (path == null || !path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(0) >= 0) {
      return null;
    }
    String rest = path.substring(1);
    for (String step : rest.split("/", -1)) {
      if (step.equals("..") || step.equals(".")) {
        return null;
      }
    }
    return rest.isEmpty() || rest.endsWith("/") ? rest + "index.html" : rest;
  }
}
