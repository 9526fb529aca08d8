package org.letterpress.validate.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Severity;
import org.letterpress.diagnostic.Spelling;
import org.letterpress.image.ImageAddress;
import org.letterpress.image.ImageFinder;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.Pointer;
import org.letterpress.letter.Target;

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

  private static final Pattern IMAGE_FILE =
      Pattern.compile("(?is).+\\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|jp2|jpx)");

  /**
   * Paths of one source that lead to no file.
   *
   * @param files those that end as the file of an image does, and so should be there
   * @param names all others: numbers or names of images that mostly lie elsewhere
   */
  private record Missing(List<Pointer> files, List<Pointer> names) {
    void add(Pointer pointer, String path) {
      (IMAGE_FILE.matcher(path.strip()).matches() ? files : names).add(pointer);
    }
  }

  private final ImageFinder images = new ImageFinder();

  @Override
  public void check(JoinedEdition edition, Diagnostics findings) {
    for (ObservedFile file : edition.files()) {
      Missing missing = new Missing(new ArrayList<>(), new ArrayList<>());
      for (Pointer pointer : file.pointers()) {
        if (pointer.attribute().equals("facs")) {
          for (String value : EditionIndex.values(pointer.value())) {
            facs(edition, file, pointer, value, missing, findings);
          }
        } else if (pointer.attribute().equals("url")
            && isMissing(file, pointer, pointer.value(), findings)) {
          missing.add(pointer, pointer.value());
        }
      }
      report(file, missing.files(), Code.FACS_NO_IMAGE.severity(), findings);
      report(file, missing.names(), Severity.NOTE, findings);
    }
  }

  private static void report(
      ObservedFile file, List<Pointer> missing, Severity severity, Diagnostics findings) {
    if (missing.isEmpty()) {
      return;
    }
    Pointer first = missing.get(0);
    long images = missing.stream().map(Pointer::value).distinct().count();
    findings.add(
        Diagnostic.of(
                Code.FACS_NO_IMAGE,
                first.in(file.file().name()),
                images == 1 ? "an image" : images + " images",
                first.value(),
                images == 1 ? "is not there" : "is the first that is not there")
            .withSeverity(severity));
  }

  private void facs(
      JoinedEdition edition,
      ObservedFile file,
      Pointer pointer,
      String value,
      Missing missing,
      Diagnostics findings) {
    Target target = edition.index().resolve(file.file().key(), value);
    if (target instanceof Target.Nothing) {
      if (value.startsWith("#") || value.indexOf(':') > 0) {
        String prefix = edition.undeclaredPrefix(value);
        // One mistake, however many images the prefix stands before: it is told once.
        String told = prefix.isEmpty() ? value : prefix + ":...";
        Diagnostic finding =
            Diagnostic.of(
                Code.FACS_UNRESOLVED, pointer.in(file.file().name()), told, pointer.element());
        String hint = hint(file, value, prefix);
        findings.add(hint.isEmpty() ? finding : finding.withRemedy(hint));
      } else if (isMissing(file, pointer, value, findings)) {
        missing.add(pointer, value);
      }
      return;
    }
    String element = edition.element(target);
    if (!element.isEmpty() && !element.equals("file") && !FITTING.contains(element)) {
      findings.add(
          Code.FACS_UNFIT, pointer.in(file.file().name()), value, pointer.element(), element);
    }
  }

  private static String hint(ObservedFile file, String value, String prefix) {
    if (!prefix.isEmpty()) {
      return "declare with a prefixDef in the header what \"" + prefix + ":\" stands for";
    }
    String near = Spelling.nearest(value.substring(1), file.ids().ids());
    return near == null ? "" : "did you mean \"#" + near + "\"?";
  }

  /**
   * True for a path to a file that is not there; addresses are not looked at. What is there and
   * cannot be shown is reported.
   */
  private boolean isMissing(
      ObservedFile file, Pointer pointer, String value, Diagnostics findings) {
    if (!(ImageAddress.of(value) instanceof ImageAddress.OfFile path)) {
      return false;
    }
    ImageFinder.Found found = images.find(file.file(), path.path());
    if (found instanceof ImageFinder.Unfit unfit) {
      findings.add(Code.FACS_IMAGE, pointer.in(file.file().name()), value, unfit.reason());
    }
    return found instanceof ImageFinder.Missing;
  }
}
