package org.letterpress.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;

/** Opens the folder of an edition: its settings, and whether there is any TEI in it. */
public final class EditionFolder {
  private EditionFolder() {}

  /**
   * The edition in a folder.
   *
   * @param folder absolute path
   * @param typed how the user calls it
   * @param names names its files as the user knows them
   * @param findings gets what is wrong with the folder or its settings
   * @return null when there is no edition, or its settings are wrong; findings then say why
   */
  public static Edition open(Path folder, String typed, SourceFolder names, Diagnostics findings) {
    if (!Files.isDirectory(folder)) {
      String why =
          Files.exists(folder) ? "is a file, and an edition is a folder" : "does not exist";
      findings.add(Code.CONF_NO_FOLDER, Location.of(typed), typed, why);
      return null;
    }
    Path file = folder.resolve(SettingsFile.NAME);
    Diagnostics mistakes = new Diagnostics();
    Settings settings = SettingsFile.read(file, names.name(file), mistakes);
    findings.addAll(mistakes.sorted());
    if (mistakes.hasErrors()) {
      return null;
    }
    Edition edition = new Edition(folder, names.name(folder), settings);
    if (edition.isSearched() ? !holdsTei(edition, names) : edition.sourceFolders().isEmpty()) {
      String wanted = String.join(" or ", settings.sources().stream().map(s -> s + "/").toList());
      findings.add(Code.CONF_NO_SOURCES, Location.of(names.name(folder)), typed, wanted);
      return null;
    }
    return edition;
  }

  private static boolean holdsTei(Edition edition, SourceFolder names) {
    Stream<SourceFile> loose = edition.looseFiles().stream().map(names::file);
    Stream<SourceFile> below = edition.sourceFolders().stream().flatMap(path -> below(path, names));
    return Stream.concat(loose, below).anyMatch(SourceFile::looksLikeTei);
  }

  private static Stream<SourceFile> below(Path folder, SourceFolder names) {
    try {
      // What cannot be read is reported when the sources are read.
      return names.below(folder, new Diagnostics()).stream();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }
}
