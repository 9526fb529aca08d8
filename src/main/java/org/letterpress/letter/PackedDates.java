package org.letterpress.letter;

import java.util.List;

/**
 * Dates kept as few bytes, and made anew for whoever asks for one. Immutable.
 *
 * @param bytes the dates, one behind the other
 * @param starts where each begins
 */
public record PackedDates(byte[] bytes, int[] starts) {
  /** Of a date that is null. */
  private static final int NONE = 0;

  private static final LetterDate.Form[] FORMS = LetterDate.Form.values();

  /**
   * @param dates any of which may be null
   */
  public static PackedDates of(List<LetterDate> dates) {
    Packed.Writer out = new Packed.Writer();
    int[] starts = new int[dates.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = out.size();
      write(out, dates.get(i));
    }
    return new PackedDates(out.bytes(), starts);
  }

  private static void write(Packed.Writer out, LetterDate date) {
    if (date == null) {
      out.number(NONE);
      return;
    }
    out.number(1 + date.form().ordinal()).number(date.inferred() ? 1 : 0);
    out.text(date.from()).text(date.to().equals(date.from()) ? "" : date.to());
    out.number(date.to().equals(date.from()) ? 1 : 0);
    out.text(date.cert()).text(date.precision()).text(date.evidence());
    out.text(date.julian()).text(date.text());
  }

  /** The date at a place, counted from 0; null where there was none. */
  public LetterDate get(int index) {
    Packed.Reader in = new Packed.Reader(bytes, starts[index]);
    int form = in.number();
    if (form == NONE) {
      return null;
    }
    boolean inferred = in.number() == 1;
    String from = in.text();
    String to = in.text();
    return new LetterDate(
        FORMS[form - 1],
        from,
        in.number() == 1 ? from : to,
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        inferred);
  }
}
