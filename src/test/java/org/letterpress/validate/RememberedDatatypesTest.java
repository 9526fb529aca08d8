package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thaiopensource.datatype.DatatypeLibraryLoader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.relaxng.datatype.Datatype;
import org.relaxng.datatype.DatatypeException;
import org.relaxng.datatype.DatatypeLibraryFactory;

/** Datatypes that remember what they said must say what the others say. */
class RememberedDatatypesTest {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema-datatypes";

  @Test
  void sayOfEveryValueWhatTheDatatypeItselfSays() throws DatatypeException {
    Random random = new Random(7);
    for (String name : new String[] {"date", "anyURI", "NCName", "decimal", "language"}) {
      Datatype own = datatype(new DatatypeLibraryLoader(), name);
      Datatype remembering = datatype(new RememberedDatatypes(), name);
      // More values than there are places, and each of them more than once.
      for (int i = 0; i < 3_000; i++) {
        String value = "1958-01-%02d %s".formatted(random.nextInt(40), "a".repeat(i % 3)).strip();
        String literal = random.nextBoolean() ? value : value.substring(random.nextInt(5));
        assertThat(remembering.isValid(literal, null))
            .as("%s as %s", literal, name)
            .isEqualTo(own.isValid(literal, null));
      }
    }
  }

  @Test
  void repeatTheReasonOfARefusal() throws DatatypeException {
    Datatype date = datatype(new RememberedDatatypes(), "date");
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> date.checkValid("1958-02-30", null))
          .isInstanceOf(DatatypeException.class);
    }
  }

  @Test
  void doNotRememberWhatDependsOnTheContext() throws DatatypeException {
    Datatype name = datatype(new RememberedDatatypes(), "QName");
    assertThat(name.isContextDependent()).isTrue();
  }

  private static Datatype datatype(DatatypeLibraryFactory factory, String name)
      throws DatatypeException {
    return factory.createDatatypeLibrary(XSD).createDatatype(name);
  }
}
