package org.letterpress.project;

import java.util.List;

/**
 * Which views of a text are shown, and how they treat its words.
 *
 * @param shown what the site shows: {@code reading}, and {@code diplomatic} beside it or not
 * @param printed what is printed, one of the two
 * @param treatments what the edition changes in the rules of {@code views.xml}, each as {@code
 *     view.rule=treatment}
 */
public record ViewSettings(List<String> shown, String printed, List<String> treatments) {

  /** Both views on the screen, the reading text in print, and the rules as they stand. */
  public static final ViewSettings DEFAULT =
      new ViewSettings(List.of("reading", "diplomatic"), "reading", List.of());

  public ViewSettings {
    shown = List.copyOf(shown);
    treatments = List.copyOf(treatments);
  }
}
