package org.letterpress.print;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fop.apps.io.InternalResourceResolver;
import org.apache.fop.apps.io.ResourceResolverFactory;
import org.apache.fop.fonts.EmbedFontInfo;
import org.apache.fop.fonts.Font;
import org.apache.fop.fonts.FontInfo;
import org.apache.fop.fonts.FontTriplet;
import org.apache.fop.fonts.FontUris;

/**
 * The fonts that pages are set in: the edition's own, those packed into the jar from npm, and
 * Liberation, which is always there.
 *
 * <p>Safe to use from several threads; the files as {@link CutFace} remakes them are kept for the
 * whole run.
 */
final class PrintFonts {
  private static final String PACKED = "org/letterpress/type/";
  private static final String LIBERATION = "Liberation ";
  private static final String SCHEME = "face";

  /** Whether a style is slanted is its last bit, whether it is heavy the one before. */
  private static final int ITALIC = 1;

  private static final int BOLD = 2;
  private static final List<String> STYLES = List.of("Regular", "Italic", "Bold", "BoldItalic");

  private final Map<String, Family> families = new LinkedHashMap<>();
  private final List<String> own = new ArrayList<>();
  private final Map<String, CutFace> remade = new ConcurrentHashMap<>();

  /**
   * @param further the edition's own TrueType files
   */
  PrintFonts(List<Path> further) {
    packed("EB Garamond", "400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic");
    for (Path file : further) {
      add(file);
    }
    for (String kind : List.of("Serif", "Sans", "Mono")) {
      Family liberation = new Family(LIBERATION + kind, true);
      for (int style = 0; style < STYLES.size(); style++) {
        liberation.files[style] = "liberation/Liberation" + kind + "-" + STYLES.get(style) + ".ttf";
      }
      families.put(liberation.name, liberation);
    }
    packed("Noto Serif Hebrew", "400Regular", "", "700Bold");
    packed("Noto Naskh Arabic", "400Regular", "", "700Bold");
    packed("Noto Sans Syriac", "400Regular", "", "700Bold");
    packed("Noto Serif SC", "400Regular");
    packed("Noto Serif JP", "400Regular");
    packed("Nanum Myeongjo", "400Regular");
  }

  /** A typeface with the files of its styles; null for those that it has not. */
  private static final class Family {
    private final String name;
    private final boolean packed;
    private final String[] files = new String[STYLES.size()];

    private Family(String name, boolean packed) {
      this.name = name;
      this.packed = packed;
    }

    /** The file of a style, or of the nearest that there is: FOP would print "#" otherwise. */
    private String file(int style) {
      for (int near : new int[] {style, style & BOLD, style & ITALIC, 0, 1, 2, 3}) {
        if (files[near] != null) {
          return files[near];
        }
      }
      throw new IllegalStateException(name);
    }
  }

  /** A family from an npm package; left out where the jar was made without. */
  private void packed(String name, String... styles) {
    Family family = new Family(name, true);
    String folder = PACKED + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + "/";
    for (int style = 0; style < styles.length; style++) {
      String file =
          folder + styles[style] + "/" + name.replace(" ", "") + "_" + styles[style] + ".ttf";
      if (PrintFonts.class.getClassLoader().getResource(file) != null) {
        family.files[style] = file;
      }
    }
    if (family.files[0] != null) {
      families.put(name, family);
    }
  }

  /** A file of the edition, under the name that it gives itself. */
  private void add(Path file) {
    FaceName name = FaceName.of(file);
    Family family = families.get(name.family());
    if (family == null || family.packed) {
      family = new Family(name.family(), false);
      families.put(name.family(), family);
      own.add(name.family());
    }
    family.files[style(name.italic(), name.bold())] = file.toAbsolutePath().toString();
  }

  static int style(boolean italic, boolean bold) {
    return (italic ? ITALIC : 0) + (bold ? BOLD : 0);
  }

  /** The file that an address of ours leads to, for FOP. */
  byte[] file(URI address) throws IOException {
    String[] parts = address.getSchemeSpecificPart().split("/");
    for (Family family : families.values()) {
      if (parts.length == 4 && family.name.equals(parts[1])) {
        return face(family.file(Integer.parseInt(parts[3])), TypeCut.valueOf(parts[2])).file();
      }
    }
    throw new FileNotFoundException(address.toString());
  }

  /** True for an address that {@link #file} knows. */
  static boolean isOurs(URI address) {
    return SCHEME.equals(address.getScheme());
  }

  private CutFace face(String file, TypeCut cut) {
    return remade.computeIfAbsent(cut + " " + file, key -> CutFace.of(bytes(file), cut));
  }

  private byte[] bytes(String file) {
    try (InputStream packed = PrintFonts.class.getClassLoader().getResourceAsStream(file)) {
      return packed == null ? Files.readAllBytes(Path.of(file)) : packed.readAllBytes();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /**
   * Adds all fonts to those of one document; they are loaded only when the document uses them.
   *
   * @param read the files that need not be read again
   */
  DocumentFonts register(FontInfo info, Fence fence, ReadFonts read) {
    InternalResourceResolver resolver =
        ResourceResolverFactory.createInternalResourceResolver(URI.create(SCHEME + ":/"), fence);
    Map<String, PlainFont[]> fonts = new LinkedHashMap<>();
    for (Family family : families.values()) {
      for (TypeCut cut : TypeCut.values()) {
        PlainFont[] styles = new PlainFont[STYLES.size()];
        for (int style = 0; style < styles.length; style++) {
          styles[style] = font(family, style, cut, resolver, read);
          add(info, styles[style], family.name + cut.suffix(), style);
        }
        fonts.put(family.name + cut.suffix(), styles);
      }
    }
    String text = families.containsKey("EB Garamond") ? "EB Garamond" : LIBERATION + "Serif";
    for (int style = 0; style < STYLES.size(); style++) {
      // What FOP falls back on by itself.
      add(info, fonts.get(text)[style], "any", style);
    }
    return new DocumentFonts(fonts, text, own);
  }

  private PlainFont font(
      Family family, int style, TypeCut cut, InternalResourceResolver resolver, ReadFonts read) {
    String path = "/" + family.name + "/" + cut + "/" + style;
    URI address;
    try {
      address = new URI(SCHEME, path, null);
    } catch (java.net.URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
    EmbedFontInfo embed =
        new EmbedFontInfo(new FontUris(address, null), cut.kerned(), cut.kerned(), List.of(), null);
    PlainFont font =
        new PlainFont(embed, resolver, () -> face(family.file(style), cut), cut.kerned(), path);
    read.give(path, font, resolver);
    return font;
  }

  private static void add(FontInfo info, PlainFont font, String family, int style) {
    String key = (family + "-" + STYLES.get(style)).replace(" ", "");
    info.addMetrics(key, font);
    String slope = (style & ITALIC) == 0 ? Font.STYLE_NORMAL : Font.STYLE_ITALIC;
    int weight = (style & BOLD) == 0 ? Font.WEIGHT_NORMAL : Font.WEIGHT_BOLD;
    // The map itself, because FOP closes its method for adding before documents begin.
    info.getFontTriplets().put(new FontTriplet(family, slope, weight), key);
  }
}
