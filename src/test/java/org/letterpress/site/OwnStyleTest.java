package org.letterpress.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The edition's own style sheet. */
class OwnStyleTest {
  @TempDir Path folder;

  private final List<String> problems = new ArrayList<>();

  @Test
  void whatItNamesComesAlongAndKeepsItsPlace() throws IOException {
    write("look/style.css", "@import 'more.css'; @font-face { src: url(faces/a.woff2?v=1#x) }");
    write("look/more.css", "body { background: url( \"../pictures/paper b.png\" ) }");
    write("look/faces/a.woff2", "face");
    write("pictures/paper b.png", "paper");
    assertThat(read("look/style.css").keySet())
        .containsExactly(
            "assets/edition/look/faces/a.woff2",
            "assets/edition/look/more.css",
            "assets/edition/look/style.css",
            "assets/edition/pictures/paper b.png");
    assertThat(problems).isEmpty();
  }

  @Test
  void whatLeadsOutOfTheEditionIsToldAndLeftOut() throws IOException {
    write(
        "style.css",
        """
        /* url(commented.png) */
        @import url("https://example.org/a.css");
        p { background: url(//example.org/b.png) }
        q { background: url(../outside.png) }
        s { background: url('absent.png') }
        u { background: url(/etc/passwd) url(data:image/png;base64,AA) url(#filter) }
        """);
    assertThat(read("style.css").keySet()).containsExactly("assets/edition/style.css");
    assertThat(problems)
        .containsExactly(
            "https://example.org/a.css is not a file of the edition",
            "//example.org/b.png is not a file of the edition",
            "../outside.png lies outside the edition",
            "absent.png does not exist",
            "/etc/passwd is not a file of the edition");
  }

  @Test
  void sheetsThatImportEachOtherEnd() throws IOException {
    write("a.css", "@import 'b.css';");
    write("b.css", "@import \"a.css\";");
    assertThat(read("./a.css")).hasSize(2);
    assertThat(OwnStyle.href("./a.css")).isEqualTo("assets/edition/a.css");
  }

  private Map<String, byte[]> read(String style) throws IOException {
    return OwnStyle.files(folder, style, (address, why) -> problems.add(address + " " + why));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
