package org.letterpress.letter;

/**
 * When a letter was written, as exactly as lists and calendars can use it: the earliest day, month
 * or year that its date allows, which is also what letters are sorted by.
 *
 * @param iso {@code 1815-02-05}, {@code 1815-02} or {@code 1815}, with a minus before years BC;
 *     empty when nothing is known
 * @param isDay true when the date is this one day, whatever doubts there may be about it
 */
public record Moment(String iso, boolean isDay) {
  private static final Moment NONE = new Moment("", false);

  /** The time of a letter: when it was sent, else when it arrived. */
  public static Moment of(IndexedLetter letter) {
    LetterDate sent = letter.facts().sent();
    LetterDate date = sent != null && sent.isKnown() ? sent : letter.facts().received();
    if (date == null || !date.isKnown()) {
      return NONE;
    }
    String iso = date.from().isEmpty() ? date.to() : date.from();
    boolean day =
        date.form() == LetterDate.Form.WHEN && iso.length() - (iso.startsWith("-") ? 1 : 0) == 10;
    return new Moment(iso, day);
  }

  /** {@code 1815}, or empty. */
  public String year() {
    return iso.isEmpty() ? "" : iso.substring(0, iso.startsWith("-") ? 5 : 4);
  }

  /** The year as a number; years BC are negative. */
  public int yearNumber() {
    return Integer.parseInt(year());
  }

  /** {@code 1815-02}, or empty when only the year is known. */
  public String month() {
    int length = iso.startsWith("-") ? 8 : 7;
    return iso.length() < length ? "" : iso.substring(0, length);
  }

  /** 1 to 12, or 0 when only the year is known. */
  public int monthNumber() {
    return month().isEmpty() ? 0 : Integer.parseInt(month().substring(month().length() - 2));
  }

  /** 1 to 31. */
  public int dayNumber() {
    return Integer.parseInt(iso.substring(iso.length() - 2));
  }

  /** A year or month in the words of a language. */
  public static String label(String iso, Wording wording) {
    return LetterDate.ofText(iso).display(wording);
  }
}
