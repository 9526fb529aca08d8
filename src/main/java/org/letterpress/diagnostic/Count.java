package org.letterpress.diagnostic;

/** Numbers in sentences. */
public final class Count {
  private Count() {}

  /** {@code 1 letter}, {@code 2 letters}; for nouns whose plural ends in s. */
  public static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code once}, {@code 2 times}. */
  public static String times(long number) {
    return number == 1 ? "once" : number + " times";
  }
}
