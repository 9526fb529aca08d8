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
  private final Map<Integer, Location> privateUse = new LinkedHashMap<>();
  private final List<Integer> declared = new ArrayList<>();
  private boolean composed;
  private int decomposed;
  private Location decomposedAt;
  private String example = "";

  @Override
  public void text(OpenElement in, TextRun run) {
    CharSequence text = run.characters();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0xC0) {
        continue;
      }
      if (Character.isSurrogate(c) || Character.getType(c) == Character.PRIVATE_USE) {
        int code = Character.codePointAt(text, i);
        if (Character.getType(code) == Character.PRIVATE_USE) {
          privateUse(code, in, run, i);
        }
      } else if (i > 0 && Character.getType(c) == Character.NON_SPACING_MARK) {
        mark(text, i, run);
      } else if (!composed && mayBeComposed(c)) {
        composed = !Normalizer.isNormalized(String.valueOf(c), Form.NFD);
      }
    }
  }

  /** Latin, Greek and Cyrillic: other scripts have one way to write a letter that all use. */
  private static boolean mayBeComposed(char c) {
    return c <= 0x24F || (c >= 0x370 && c <= 0x4FF) || (c >= 0x1E00 && c <= 0x1FFF);
  }

  private void mark(CharSequence text, int at, TextRun run) {
    String pair = text.subSequence(at - 1, at + 1).toString();
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
        composed, decomposed, decomposedAt, example, privateUse, declared);
  }
}
