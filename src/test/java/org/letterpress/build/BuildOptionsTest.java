package org.letterpress.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildOptionsTest {
  @Test
  void outputsHaveOneOrderHoweverTheyWereNamed() {
    List<Output> all = new ArrayList<>(List.of(Output.values()));
    String forwards = options(all).only().toString();
    Collections.reverse(all);
    assertEquals(forwards, options(all).only().toString());
    assertEquals(List.of(Output.values()).toString(), forwards);
  }

  private static BuildOptions options(List<Output> only) {
    return new BuildOptions(Path.of("site"), 1, false, new LinkedHashSet<>(only), false, true);
  }
}
