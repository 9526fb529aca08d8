package org.letterpress.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.letterpress.source.SourceFile;

/**
 * Everything that one letter says of itself, before it is joined with the rest of the edition.
 *
 * @param file where it stands
 * @param ordinal place of its element among all elements of the file, counted from 1
 * @param position which letter of its file it is, counted from 1
 * @param alone true when its file holds no other letter
 * @param xmlId its {@code @xml:id}, or empty
 * @param line line of its start tag
 * @param language {@code @xml:lang} of its text, or empty
 * @param title title in words, or empty
 * @param series title of the series or edition that its header names, or empty
 * @param senders who wrote it
 * @param addressees to whom
 * @param sent when it was written, or null
 * @param received when it arrived, or null
 * @param sentPlaces where it was written
 * @param receivedPlaces where it went
 * @param actions every correspAction, in order; empty when there is no correspDesc
 * @param remarks what the correspDesc says in prose
 * @param relations the letters it answers, or that answer it
 * @param described true when a correspDesc gave these facts, false when they were inferred
 * @param words how many words its text and notes have
 * @param versions its parallel versions; empty when it has only one text
 * @param mentions names in its text
 * @param pointers attributes of its text that point at something
 */
public record LetterFacts(
    SourceFile file,
    int ordinal,
    int position,
    boolean alone,
    String xmlId,
    int line,
    String language,
    String title,
    String series,
    List<Named> senders,
    List<Named> addressees,
    LetterDate sent,
    LetterDate received,
    List<Named> sentPlaces,
    List<Named> receivedPlaces,
    List<Action> actions,
    List<String> remarks,
    List<Relation> relations,
    boolean described,
    int words,
    List<Version> versions,
    Mentions mentions,
    Pointers pointers) {

  /** True when another reading of the same letter differs in nothing but its text. */
  boolean isSameButForText(LetterFacts other) {
    return withoutText().equals(other.withoutText());
  }

  private LetterFacts withoutText() {
    return withText(0, List.of(), Mentions.NONE, Pointers.NONE);
  }

  /** The same made of what others share. */
  LetterFacts sharing(Sharing shared) {
    return new LetterFacts(
        file,
        ordinal,
        position,
        alone,
        xmlId.isEmpty() ? "" : shared.here(xmlId),
        line,
        shared.everywhere(language),
        title,
        shared.everywhere(series),
        Named.sharing(senders, shared),
        Named.sharing(addressees, shared),
        shared.here(sent),
        shared.here(received),
        Named.sharing(sentPlaces, shared),
        Named.sharing(receivedPlaces, shared),
        Sharing.list(actions, action -> action.sharing(shared)),
        remarks,
        relations,
        described,
        words,
        versions,
        mentions,
        pointers.sharing(shared::everywhere));
  }

  private LetterFacts withText(
      int words, List<Version> versions, Mentions mentions, Pointers pointers) {
    return new LetterFacts(
        file,
        ordinal,
        position,
        alone,
        xmlId,
        line,
        language,
        title,
        series,
        senders,
        addressees,
        sent,
        received,
        sentPlaces,
        receivedPlaces,
        actions,
        remarks,
        relations,
        described,
        words,
        versions,
        mentions,
        pointers);
  }

  /** False when its text has not a single word. */
  public boolean hasText() {
    return words > 0;
  }

  /** The name its pages should have: its xml:id, else the file's name, else that and a number. */
  public String wantedId() {
    String wanted = !xmlId.isEmpty() ? xmlId : alone ? file.stem() : file.stem() + "-" + position;
    // Some editions write the file name into the id.
    return wanted.endsWith(".xml") ? wanted.substring(0, wanted.length() - 4) : wanted;
  }

  /** By the place of its element, what each name of the text points with; best first. */
  public Map<Integer, List<String>> namingValues() {
    Map<Integer, List<String>> values = new HashMap<>();
    for (Pointer pointer : pointers) {
      if (pointer.mayName()) {
        values.computeIfAbsent(pointer.ordinal(), at -> new ArrayList<>(1)).add(pointer.value());
      }
    }
    return values;
  }

  /** A key that sorts by time. */
  public String sortKey() {
    LetterDate date = sent != null && sent.isKnown() ? sent : received;
    return date == null ? LetterDate.UNDATED : date.sortKey();
  }
}
