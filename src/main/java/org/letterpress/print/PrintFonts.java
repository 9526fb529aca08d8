package org.letterpress.print;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.fop.apps.io.InternalResourceResolver;
import org.apache.fop.apps.io.ResourceResolverFactory;
import org.apache.fop.fonts.EmbedFontInfo;
import org.apache.fop.fonts.Font;
import org.apache.fop.fonts.FontInfo;
import org.apache.fop.fonts.FontTriplet;
import org.apache.fop.fonts.FontUris;

/**
 * The fonts that pages are set in: the Liberation family from the class path, and further TrueType
 * files for signs that it lacks.
 *
 * <p>Every family has a twin whose name ends in {@code Spaced}, without kerning: FOP prints letters
 * over each other where it both kerns and spaces them.
 */
final class PrintFonts {
  /** Resources in the font jar. */
  static final String FOLDER = "liberation/";

  private static final String DEFAULT = "Liberation Serif";
  private static final List<String> FAMILIES = List.of("Serif", "Sans", "Mono");
  private static final List<String> STYLES = List.of("Regular", "Italic", "Bold", "BoldItalic");

  private final List<Path> further;

  PrintFonts(List<Path> further) {
    this.further = further;
  }

  /** Adds all fonts to those of one document; they are loaded only when the document uses them. */
  Registered register(FontInfo info, Fence fence) {
    InternalResourceResolver resolver =
        ResourceResolverFactory.createInternalResourceResolver(URI.create("classpath:/"), fence);
    List<PlainFont> checked = new ArrayList<>();
    for (String family : FAMILIES) {
      for (String style : STYLES) {
        URI file =
            URI.create("classpath:/" + FOLDER + "Liberation" + family + "-" + style + ".ttf");
        PlainFont font = font(file, resolver, true);
        String name = "Liberation " + family;
        add(info, font, name, style);
        add(info, font(file, resolver, false), name + " Spaced", style);
        if (name.equals(DEFAULT) && style.equals("Regular")) {
          checked.add(font);
        }
      }
    }
    List<String> fallbacks = new ArrayList<>();
    for (Path file : further) {
      String name = "Further " + (fallbacks.size() + 1);
      PlainFont font = font(file.toAbsolutePath().normalize().toUri(), resolver, true);
      // One file serves all styles: FOP would print "#" in italics otherwise.
      for (String style : STYLES) {
        add(info, font, name, style);
      }
      fallbacks.add(name);
      checked.add(font);
    }
    return new Registered(List.copyOf(checked), List.copyOf(fallbacks));
  }

  private static PlainFont font(URI file, InternalResourceResolver resolver, boolean kerned) {
    EmbedFontInfo embed =
        new EmbedFontInfo(new FontUris(file, null), kerned, kerned, List.of(), null);
    return new PlainFont(embed, resolver, kerned);
  }

  private static void add(FontInfo info, PlainFont font, String family, String style) {
    String key = (family + "-" + style).replace(" ", "");
    info.addMetrics(key, font);
    String slope = style.endsWith("Italic") ? Font.STYLE_ITALIC : Font.STYLE_NORMAL;
    int weight = style.startsWith("Bold") ? Font.WEIGHT_BOLD : Font.WEIGHT_NORMAL;
    // The map itself, because FOP closes its method for adding before documents begin.
    info.getFontTriplets().put(new FontTriplet(family, slope, weight), key);
    if (family.equals(DEFAULT)) {
      // What FOP falls back to when a stylesheet names a family that is not there.
      for (String generic : List.of("any", "serif")) {
        info.getFontTriplets().put(new FontTriplet(generic, slope, weight), key);
      }
    } else if (family.equals("Liberation Sans")) {
      info.getFontTriplets().put(new FontTriplet("sans-serif", slope, weight), key);
    } else if (family.equals("Liberation Mono")) {
      info.getFontTriplets().put(new FontTriplet("monospace", slope, weight), key);
    }
  }

  /**
   * The fonts of one document.
   *
   * @param checked the fonts of which one has to have a sign
   * @param fallbacks families to try after the one that a stylesheet names
   */
  record Registered(List<PlainFont> checked, List<String> fallbacks) {

    /** True when some font has this sign. */
    boolean has(int codePoint) {
      for (PlainFont font : checked) {
        if (font.hasSign(codePoint)) {
          return true;
        }
      }
      return false;
    }
  }
}
