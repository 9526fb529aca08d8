package org.letterpress.project;

import java.util.List;

/**
 * How notes are sorted into series. A word of a list is looked for in a note's {@code @type},
 * {@code @subtype}, {@code @resp} and {@code @place} and in the {@code @type} of the {@code
 * noteGrp} around it (TEI Guidelines 3.9).
 *
 * @param textual words of notes on the text, which are called by letters
 * @param authorial words of notes that are part of the document itself
 * @param inline words of notes that are printed in the text where they stand
 * @param ownMarks true when the marks of the source, in {@code @n}, are kept
 */
public record NoteSettings(
    List<String> textual, List<String> authorial, List<String> inline, boolean ownMarks) {

  /** What holds where the edition says nothing. */
  public static final NoteSettings DEFAULT =
      new NoteSettings(
          List.of(
              "textual",
              "text-critical",
              "textcritical",
              "critical",
              "crit",
              "apparatus",
              "app",
              "variant",
              "transcription",
              "emendation"),
          List.of(
              "authorial",
              "author",
              "original",
              "margin",
              "marginal",
              "left",
              "right",
              "top",
              "bottom",
              "above",
              "below",
              "overleaf",
              "opposite"),
          List.of("inline"),
          false);

  public NoteSettings {
    textual = List.copyOf(textual);
    authorial = List.copyOf(authorial);
    inline = List.copyOf(inline);
  }
}
