package org.letterpress.letter;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/**
 * The pointers of a letter or a file, kept as few bytes and made anew for whoever goes through
 * them. Immutable.
 */
public final class Pointers extends AbstractList<Pointer> {
  /** No pointers. */
  public static final Pointers NONE = of(List.of());

  /** How many pointers; then each, with its place given by its distance from the one before. */
  private final byte[] bytes;

  /** The different values, which have their places here as their numbers. */
  private final String[] values;

  private Pointers(byte[] bytes, String[] values) {
    this.bytes = bytes;
    this.values = values;
  }

  /** These pointers, in this order. */
  public static Pointers of(List<Pointer> pointers) {
    Map<String, Integer> values = new LinkedHashMap<>();
    Packed.Writer out = new Packed.Writer();
    out.number(pointers.size());
    int ordinal = 0;
    int line = 0;
    for (Pointer pointer : pointers) {
      Integer value = values.putIfAbsent(pointer.value(), values.size());
      out.difference(pointer.ordinal() - ordinal);
      out.name(pointer.element()).name(pointer.attribute());
      out.number(value == null ? values.size() - 1 : value);
      out.difference(pointer.line() - line).number(pointer.column());
      ordinal = pointer.ordinal();
      line = pointer.line();
    }
    return new Pointers(out.bytes(), values.keySet().toArray(String[]::new));
  }

  /**
   * Pointers as {@link #bytes} and {@link #values} gave them.
   *
   * @param values not to be changed any more
   */
  public static Pointers of(byte[] bytes, String[] values) {
    return new Pointers(bytes, values);
  }

  /** All that there is to keep besides the values; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The different values; not to be changed. */
  public String[] values() {
    return values;
  }

  /** The same with values that others share. */
  public Pointers sharing(UnaryOperator<String> shared) {
    return new Pointers(bytes, Arrays.stream(values).map(shared).toArray(String[]::new));
  }

  @Override
  public int size() {
    return new Packed.Reader(bytes, 0).number();
  }

  @Override
  public Pointer get(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(index);
    }
    Iterator<Pointer> all = iterator();
    for (int i = 0; i < index; i++) {
      all.next();
    }
    return all.next();
  }

  @Override
  public Iterator<Pointer> iterator() {
    return new Cursor();
  }

  /** Goes from one pointer to the next. */
  private final class Cursor implements Iterator<Pointer> {
    private final Packed.Reader in = new Packed.Reader(bytes, 0);
    private int left = in.number();
    private int ordinal;
    private int line;

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Pointer next() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      left--;
      ordinal += in.difference();
      String element = in.name();
      String attribute = in.name();
      String value = values[in.number()];
      line += in.difference();
      return new Pointer(ordinal, element, attribute, value, line, in.number());
    }
  }

  @Override
  public boolean equals(Object other) {
    // The same pointers always give the same bytes.
    return other instanceof Pointers pointers
        ? Arrays.equals(bytes, pointers.bytes) && Arrays.equals(values, pointers.values)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
