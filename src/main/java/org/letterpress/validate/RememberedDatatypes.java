package org.letterpress.validate;

import com.thaiopensource.datatype.Datatype2;
import com.thaiopensource.datatype.DatatypeLibraryLoader;
import java.util.IdentityHashMap;
import java.util.Map;
import org.relaxng.datatype.Datatype;
import org.relaxng.datatype.DatatypeBuilder;
import org.relaxng.datatype.DatatypeException;
import org.relaxng.datatype.DatatypeLibrary;
import org.relaxng.datatype.DatatypeLibraryFactory;
import org.relaxng.datatype.DatatypeStreamingValidator;
import org.relaxng.datatype.ValidationContext;

/**
 * Jing's datatypes, each of which remembers what it said of the values that it met lately.
 *
 * <p>The attributes of an edition have few different values, and Jing puts each of them to all the
 * datatypes of a choice, with a message for each that it does not fit: half the time of a check
 * without this. Made for one grammar; what it makes is safe to share between threads.
 */
final class RememberedDatatypes implements DatatypeLibraryFactory {
  private final DatatypeLibraryFactory all = new DatatypeLibraryLoader();

  @Override
  public DatatypeLibrary createDatatypeLibrary(String namespace) {
    DatatypeLibrary library = all.createDatatypeLibrary(namespace);
    return library == null ? null : new Library(library);
  }

  /** A library; the same datatype is the same object here if it is there. */
  private static final class Library implements DatatypeLibrary {
    private final DatatypeLibrary library;
    private final Map<Datatype, Datatype> known = new IdentityHashMap<>();

    Library(DatatypeLibrary library) {
      this.library = library;
    }

    @Override
    public DatatypeBuilder createDatatypeBuilder(String type) throws DatatypeException {
      DatatypeBuilder builder = library.createDatatypeBuilder(type);
      return new DatatypeBuilder() {
        @Override
        public void addParameter(String name, String value, ValidationContext context)
            throws DatatypeException {
          builder.addParameter(name, value, context);
        }

        @Override
        public Datatype createDatatype() throws DatatypeException {
          return remembered(builder.createDatatype());
        }
      };
    }

    @Override
    public Datatype createDatatype(String type) throws DatatypeException {
      return remembered(library.createDatatype(type));
    }

    /** What a value means in a context cannot be remembered without the context. */
    private synchronized Datatype remembered(Datatype type) {
      return type.isContextDependent()
          ? type
          : known.computeIfAbsent(type, RememberedDatatype::new);
    }
  }

  /**
   * What was said of a value.
   *
   * @param fault null when it is valid
   */
  private record Verdict(String literal, DatatypeException fault) {}

  private static final class RememberedDatatype implements Datatype2 {
    /** A power of two. */
    private static final int PLACES = 2048;

    /** Longer values do not come again. */
    private static final int LONGEST = 200;

    private final Datatype type;

    /** At the hash of each value; what comes later takes the place. Verdicts do not change. */
    private final Verdict[] verdicts = new Verdict[PLACES];

    RememberedDatatype(Datatype type) {
      this.type = type;
    }

    @Override
    public void checkValid(String literal, ValidationContext context) throws DatatypeException {
      DatatypeException fault = verdict(literal, context).fault();
      if (fault != null) {
        throw fault;
      }
    }

    @Override
    public boolean isValid(String literal, ValidationContext context) {
      return verdict(literal, context).fault() == null;
    }

    private Verdict verdict(String literal, ValidationContext context) {
      int hash = literal.hashCode();
      int place = (hash ^ hash >>> 16) & (PLACES - 1);
      Verdict known = verdicts[place];
      if (known != null && known.literal().equals(literal)) {
        return known;
      }
      Verdict verdict;
      try {
        type.checkValid(literal, context);
        verdict = new Verdict(literal, null);
      } catch (DatatypeException fault) {
        verdict = new Verdict(literal, fault);
      }
      if (literal.length() <= LONGEST) {
        verdicts[place] = verdict;
      }
      return verdict;
    }

    @Override
    public boolean alwaysValid() {
      return type instanceof Datatype2 told && told.alwaysValid();
    }

    @Override
    public Object createValue(String literal, ValidationContext context) {
      return type.createValue(literal, context);
    }

    @Override
    public boolean sameValue(Object one, Object other) {
      return type.sameValue(one, other);
    }

    @Override
    public int valueHashCode(Object value) {
      return type.valueHashCode(value);
    }

    @Override
    public int getIdType() {
      return type.getIdType();
    }

    @Override
    public boolean isContextDependent() {
      return false;
    }

    @Override
    public DatatypeStreamingValidator createStreamingValidator(ValidationContext context) {
      return type.createStreamingValidator(context);
    }
  }
}
