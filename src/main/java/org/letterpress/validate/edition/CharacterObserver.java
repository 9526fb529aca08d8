package org.letterpress.validate.edition;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.letterpress.diagnostic.Location;

/** Looks at how the characters of a file are encoded. */
final class CharacterObserver implements Observer {
  /** No character before it can be written in two ways. */
  private static final char FIRST = 0xC0;

  private final Map<Integer, Location> privateUse = new LinkedHashMap<>();
  private final List<Integer> declared = new ArrayList<>();
  private boolean composed;
  private int decomposed;
  private Location decomposedAt;
  private String example = "";

  @Override
  public void text(OpenElement in, TextRun run) {
    if (run.greatest() < FIRST) {
      return;
    }
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      if (c < FIRST) {
        continue;
      }
      if (Character.isSurrogate(c) || Character.getType(c) == Character.PRIVATE_USE) {
        int code = run.codePointAt(i);
        if (Character.getType(code) == Character.PRIVATE_USE) {
          privateUse(code, in, run, i);
        }
      } else if (i > 0 && Character.getType(c) == Character.NON_SPACING_MARK) {
        mark(run, i);
      } else if (!composed && mayBeComposed(c)) {
        composed = !Normalizer.isNormalized(String.valueOf(c), Form.NFD);
      }
    }
  }

  /** Latin, Greek and Cyrillic: other scripts have one way to write a letter that all use. */
  private static boolean mayBeComposed(char c) {
    return c <= 0x24F || (c >= 0x370 && c <= 0x4FF) || (c >= 0x1E00 && c <= 0x1FFF);
  }

  private void mark(TextRun run, int at) {
    String pair = run.characters().substring(at - 1, at + 1);
    String one = Normalizer.normalize(pair, Form.NFC);
    if (one.length() == 1 && mayBeComposed(one.charAt(0))) {
      decomposed++;
      if (decomposedAt == null) {
        decomposedAt = run.place(at - 1);
        example = one;
      }
    }
  }

  private void privateUse(int code, OpenElement in, TextRun run, int at) {
    if (in.isIn("charDecl")) {
      declared.add(code);
    } else if (!in.isIn("g") && !privateUse.containsKey(code)) {
      privateUse.put(code, run.place(at));
    }
  }

  ObservedFile.Characters facts() {
    return new ObservedFile.Characters(
        composed,
        decomposed,
        decomposedAt,
        example,
        privateUse.isEmpty() ? Map.of() : privateUse,
        declared.isEmpty() ? List.of() : declared);
  }
}
