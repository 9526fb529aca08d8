package org.letterpress.print;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A TrueType file remade so that FOP reaches what the face has beyond one glyph for each sign.
 *
 * <p>FOP knows no features of fonts, and what its own tables of substitution print has no text in
 * the PDF. So the table of signs is changed instead: in a cut for small capitals "a" leads to the
 * small capital, and that is what is printed, kerned, embedded, and read back as "a". Forms that
 * stand for several letters or for a letter at its place get codes in the private area, which
 * {@link LettersInPdf} turns back into letters; {@link #ligatures()} and {@link #forms()} say
 * which.
 *
 * @param file the remade file
 * @param signs what the face has a glyph for
 * @param changed signs that another glyph stands for than in the file itself
 * @param ligatures codes by the letters that they join
 * @param forms codes of Syriac letters by their place
 */
record CutFace(
    byte[] file,
    BitSet signs,
    BitSet changed,
    Map<String, Character> ligatures,
    Map<SyriacLetters.Place, Character> forms) {

  /** The first of the private codes. */
  static final char FIRST = '\uF800';

  /** The last of them. */
  static final char LAST = '\uF8FF';

  /**
   * Letters that are joined in running text where the face can. Not among them are the ligatures
   * for show (ct, st), and those that would go over the joint of a compound most often (ft, tt).
   */
  private static final List<String> JOINED =
      List.of(
          "ff", "fi", "fl", "ffi", "ffl", "fb", "ffb", "fh", "ffh", "fj", "ffj", "fk", "ffk", "Th",
          "ſb", "ſh", "ſi", "ſj", "ſk", "ſl", "ſs", "ſt", "ſſ", "ſſb", "ſſh", "ſſi", "ſſj", "ſſk",
          "ſſl", "ſſt");

  private static final List<String> SCRIPTS = List.of("latn", "grek", "cyrl");

  /** Remakes a file; one that cannot be read so stays as it is. */
  static CutFace of(byte[] file, TypeCut cut) {
    try {
      return remade(file, cut);
    } catch (RuntimeException unlike) {
      return new CutFace(file, new BitSet(), new BitSet(), Map.of(), Map.of());
    }
  }

  private static CutFace remade(byte[] file, TypeCut cut) {
    Sfnt font = Sfnt.read(file);
    NavigableMap<Integer, Integer> own = CharacterMap.read(font);
    NavigableMap<Integer, Integer> signs = new TreeMap<>(own);
    GlyphForms glyphs = new GlyphForms(font);
    for (String feature : cut.features()) {
      for (String script : SCRIPTS) {
        Map<Integer, Integer> singles = glyphs.singles(script, feature);
        signs.replaceAll((sign, glyph) -> singles.getOrDefault(glyph, glyph));
      }
    }
    BitSet has = new BitSet();
    BitSet changed = new BitSet();
    signs.forEach(
        (sign, glyph) -> {
          has.set(sign);
          changed.set(sign, !glyph.equals(own.get(sign)));
        });
    Map<String, Character> ligatures = new HashMap<>();
    Map<SyriacLetters.Place, Character> forms = new HashMap<>();
    if (own.subMap((int) FIRST, LAST + 1).isEmpty()) {
      if (cut.joined()) {
        ligatures.putAll(ligatures(glyphs, own, signs));
      }
      forms.putAll(SyriacLetters.forms(glyphs, own, signs));
    }
    if (!signs.equals(own)) {
      font.put("cmap", CharacterMap.write(signs));
    }
    // The signs lead to the right glyphs now; the table would only be read in vain.
    font.remove("GSUB");
    if (!cut.kerned()) {
      font.remove("GPOS");
      font.remove("kern");
    }
    return new CutFace(font.write(), has, changed, Map.copyOf(ligatures), Map.copyOf(forms));
  }

  private static Map<String, Character> ligatures(
      GlyphForms glyphs, Map<Integer, Integer> own, Map<Integer, Integer> signs) {
    Map<List<Integer>, Integer> known = glyphs.ligatures("latn", "dlig");
    known.putAll(glyphs.ligatures("latn", "liga"));
    Map<String, Character> ligatures = new HashMap<>();
    for (int i = 0; i < JOINED.size(); i++) {
      List<Integer> parts = new ArrayList<>();
      JOINED.get(i).chars().forEach(letter -> parts.add(own.getOrDefault(letter, 0)));
      Integer glyph = known.get(parts);
      if (glyph != null) {
        char code = (char) (FIRST + i);
        signs.put((int) code, glyph);
        ligatures.put(JOINED.get(i), code);
      }
    }
    return ligatures;
  }

  /** The letters that a private code stands for, or null when it is none of ours. */
  static String letters(char code) {
    if (!isOurs(code)) {
      return null;
    }
    return code - FIRST < JOINED.size() ? JOINED.get(code - FIRST) : SyriacLetters.letter(code);
  }

  /** True for the codes that faces have for their own use. */
  static boolean isOurs(int code) {
    return code >= FIRST && code <= LAST;
  }

  /** A word with its letters joined where the face can. */
  CharSequence joined(CharSequence word) {
    if (ligatures.isEmpty()) {
      return word;
    }
    StringBuilder joined = null;
    for (int i = 0; i < word.length(); i++) {
      Character code = null;
      char letter = word.charAt(i);
      if (letter == 'f' || letter == 'ſ' || letter == 'T') {
        for (int length = Math.min(3, word.length() - i); length > 1 && code == null; length--) {
          code = ligatures.get(word.subSequence(i, i + length).toString());
          if (code != null) {
            joined = joined == null ? new StringBuilder(word.subSequence(0, i)) : joined;
            joined.append((char) code);
            i += length - 1;
          }
        }
      }
      if (code == null && joined != null) {
        joined.append(letter);
      }
    }
    return joined == null ? word : joined;
  }
}
