package org.letterpress.validate.edition;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Spelling;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.Pointer;
import org.letterpress.letter.Target;
import org.letterpress.source.SourceFile;

/** A facs leads to a surface, or to an image that exists. */
final class FacsimileRule implements EditionRule {
  private static final Set<String> FITTING =
      Set.of(
          "surface",
          "surfaceGrp",
          "zone",
          "line",
          "path",
          "graphic",
          "media",
          "binaryObject",
          "facsimile",
          "sourceDoc",
          "figure");

  @Override
  public void check(JoinedEdition edition, Diagnostics findings) {
    for (ObservedFile file : edition.files()) {
      List<Pointer> missing = new ArrayList<>();
      for (Pointer pointer : file.pointers()) {
        if (pointer.attribute().equals("facs")) {
          for (String value : EditionIndex.values(pointer.value())) {
            facs(edition, file, pointer, value, missing, findings);
          }
        } else if (pointer.attribute().equals("url") && isMissing(file, pointer.value())) {
          missing.add(pointer);
        }
      }
      if (!missing.isEmpty()) {
        Pointer first = missing.get(0);
        long images = missing.stream().map(Pointer::value).distinct().count();
        findings.add(
            Code.FACS_NO_IMAGE,
            first.in(file.file().name()),
            images == 1 ? "an image" : images + " images",
            first.value(),
            images == 1 ? "is not there" : "is the first that is not there");
      }
    }
  }

  private static void facs(
      JoinedEdition edition,
      ObservedFile file,
      Pointer pointer,
      String value,
      List<Pointer> missing,
      Diagnostics findings) {
    Target target = edition.index().resolve(file.file().key(), value);
    if (target instanceof Target.Nothing) {
      if (value.startsWith("#") || value.indexOf(':') > 0) {
        Diagnostic finding =
            Diagnostic.of(
                Code.FACS_UNRESOLVED, pointer.in(file.file().name()), value, pointer.element());
        String hint = hint(edition, file, value);
        findings.add(hint.isEmpty() ? finding : finding.withRemedy(hint));
      } else if (isMissing(file, value)) {
        missing.add(pointer);
      }
      return;
    }
    String element = edition.element(target);
    if (!element.isEmpty() && !element.equals("file") && !FITTING.contains(element)) {
      findings.add(
          Code.FACS_UNFIT, pointer.in(file.file().name()), value, pointer.element(), element);
    }
  }

  private static String hint(JoinedEdition edition, ObservedFile file, String value) {
    String prefix = edition.undeclaredPrefix(value);
    if (!prefix.isEmpty()) {
      return "declare with a prefixDef in the header what \"" + prefix + ":\" stands for";
    }
    String near = Spelling.nearest(value.substring(1), file.ids().keySet());
    return near == null ? "" : "did you mean \"#" + near + "\"?";
  }

  /** True for a path to a file that is not there; addresses are not looked at. */
  private static boolean isMissing(ObservedFile file, String value) {
    if (value.indexOf(':') >= 0 || value.startsWith("#")) {
      return false;
    }
    try {
      return folders(file.file()).noneMatch(folder -> Files.isRegularFile(folder.resolve(value)));
    } catch (InvalidPathException noPath) {
      return true;
    }
  }

  /**
   * Where printing looks for images: beside the file, then in the edition and its usual folders.
   */
  private static Stream<Path> folders(SourceFile file) {
    Path edition = file.path();
    for (int steps = Path.of(file.key()).getNameCount(); steps > 0 && edition != null; steps--) {
      edition = edition.getParent();
    }
    Path beside = file.path().getParent();
    return edition == null
        ? Stream.of(beside)
        : Stream.of(beside, edition, edition.resolve("tei"), edition.resolve("tei/letters"));
  }
}
