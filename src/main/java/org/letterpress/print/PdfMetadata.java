package org.letterpress.print;

import java.util.Objects;

/**
 * What a PDF says of itself.
 *
 * @param title shown in the window's title bar; required by PDF/UA
 * @param author the writers of the letter or the editors of the book; empty when unknown
 * @param lang language tag (BCP 47) of the text as a whole
 * @param subject one line on the content; empty when there is none
 */
public record PdfMetadata(String title, String author, String lang, String subject) {

  public PdfMetadata {
    Objects.requireNonNull(title);
    Objects.requireNonNull(author);
    Objects.requireNonNull(lang);
    Objects.requireNonNull(subject);
    title = title.isBlank() ? "Untitled" : title.strip();
    lang = lang.isBlank() ? "en" : lang.strip();
  }
}
