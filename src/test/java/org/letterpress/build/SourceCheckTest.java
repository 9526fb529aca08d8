package org.letterpress.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.project.Edition;
import org.letterpress.project.Settings;
import org.letterpress.source.SourceFolder;
import org.letterpress.validate.SchemaOptions;

/** A check that is made again reads only what it is told has changed. */
class SourceCheckTest {
  @TempDir Path folder;
  @TempDir Path cache;

  @Test
  void onlyNamedAndNewFilesAreReadAgain() throws IOException {
    write("a.xml", "<TEI");
    write("b.xml", "<TEI");
    Edition around = new Edition(folder, "", Settings.DEFAULT);
    SourceFolder names = new SourceFolder(folder, folder);
    Diagnostics schemas = new Diagnostics();
    SchemaOptions options = new SchemaOptions(List.of(), false, "", false, cache);
    SourceCheck check = new FileCheck(around, names, 1, options, schemas).sources(List.of(folder));
    assertThat(files(check.all())).containsExactly("a.xml", "b.xml");

    write("a.xml", "");
    write("b.xml", "");
    write("c.xml", "");
    List<Diagnostic> again = check.again(Set.of("a.xml"));
    assertThat(again.stream().map(finding -> finding.location().file() + finding.code().id()))
        .containsExactly("a.xmlLP-XML-006", "b.xmlLP-XML-001", "c.xmlLP-XML-006");

    Files.delete(folder.resolve("b.xml"));
    assertThat(files(check.again(Set.of()))).containsExactly("a.xml", "c.xml");
    assertThat(schemas.sorted()).isEmpty();
  }

  private static List<String> files(List<Diagnostic> findings) {
    return findings.stream().map(finding -> finding.location().file()).toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
