package org.letterpress.print;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.apache.fop.apps.io.InternalResourceResolver;
import org.apache.fop.fonts.CIDFont;
import org.apache.fop.fonts.CustomFont;
import org.apache.fop.fonts.EmbeddingMode;
import org.apache.fop.fonts.LazyFont;
import org.apache.fop.fonts.MultiByteFont;

/**
 * Font files as FOP has read them, kept from one document to the next: reading them anew costs a
 * sixth of what a letter costs.
 *
 * <p>Kept is what stood in the files. Which glyphs are used, and so what is embedded, begins anew
 * with each document. For one thread at a time, since FOP's tables of kerning remember what was
 * looked up in them.
 */
final class ReadFonts {
  /** What belongs to the document and not to the file. */
  private static final String USED = "usedGlyphNames";

  private final Map<String, MultiByteFont> known = new HashMap<>();

  /**
   * Spares the font of a new document the reading, if its file has been read.
   *
   * @param address of the file
   * @param resolver of the document
   */
  void give(String address, PlainFont font, InternalResourceResolver resolver) {
    MultiByteFont read = known.get(address);
    if (read != null) {
      MultiByteFont unused = unused(read, resolver);
      set(font, "realFont", unused);
      set(font, "realFontDescriptor", unused);
      set(font, "isMetricsLoaded", true);
    }
  }

  /** Keeps the file of a font that FOP has read for a document. */
  void keep(String address, PlainFont font) {
    if (!known.containsKey(address) && get(font, "realFont") instanceof MultiByteFont read) {
      known.put(address, unused(read, null));
    }
  }

  /** The same file with nothing used of it. */
  private static MultiByteFont unused(MultiByteFont read, InternalResourceResolver resolver) {
    MultiByteFont unused = new MultiByteFont(resolver, EmbeddingMode.SUBSET);
    for (Class<?> part : new Class<?>[] {CustomFont.class, CIDFont.class, MultiByteFont.class}) {
      for (Field field : part.getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (!Modifier.isStatic(modifiers)
            && !Modifier.isFinal(modifiers)
            && !field.getName().equals(USED)) {
          try {
            field.setAccessible(true);
            field.set(unused, field.get(read));
          } catch (ReflectiveOperationException unlike) {
            throw unlike(unlike);
          }
        }
      }
    }
    return unused;
  }

  private static Object get(PlainFont font, String field) {
    try {
      return field(field).get(font);
    } catch (ReflectiveOperationException unlike) {
      throw unlike(unlike);
    }
  }

  private static void set(PlainFont font, String field, Object value) {
    try {
      field(field).set(font, value);
    } catch (ReflectiveOperationException unlike) {
      throw unlike(unlike);
    }
  }

  /** FOP keeps to itself whether a font has been read. */
  private static Field field(String name) throws NoSuchFieldException {
    Field field = LazyFont.class.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  private static IllegalStateException unlike(ReflectiveOperationException problem) {
    return new IllegalStateException("this is not the FOP that letterpress was made for", problem);
  }
}
