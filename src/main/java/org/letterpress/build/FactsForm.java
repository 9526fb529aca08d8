package org.letterpress.build;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.letterpress.build.FactsCache.Remembered;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.Mentions;
import org.letterpress.letter.Pointers;
import org.letterpress.source.SourceFile;

/**
 * How what is remembered of a file is written as bytes. It names no file: what is read is of the
 * file that whoever reads it names. For one thread.
 */
final class FactsForm {
  private final Kryo kryo = new Kryo();

  /** The file of which something is written or read. */
  private SourceFile source;

  /** True when what was written names other files as the user sees them. */
  private boolean namesOthers;

  FactsForm() {
    kryo.setRegistrationRequired(false);
    kryo.setReferences(false);
    kryo.register(SourceFile.class, form((output, file) -> {}, input -> source));
    kryo.register(Location.class, form(this::writePlace, this::readPlace));
    kryo.register(
        Mentions.class,
        form(
            (output, mentions) -> writeBytes(output, mentions.bytes()),
            input -> Mentions.of(readBytes(input))));
    kryo.register(Pointers.class, form(FactsForm::writePointers, FactsForm::readPointers));
    for (Class<?> plain :
        List.of(
            List.of().getClass(),
            List.of(1).getClass(),
            Map.of().getClass(),
            Map.of(1, 1).getClass(),
            ArrayList.class,
            LinkedHashMap.class,
            String[].class,
            int[].class,
            long[].class)) {
      kryo.register(plain);
    }
    register(Remembered.class);
  }

  /** A class that is known beforehand is written as a number, not as its name. */
  private void register(Type type) {
    if (type instanceof ParameterizedType of) {
      for (Type each : of.getActualTypeArguments()) {
        register(each);
      }
    } else if (type instanceof Class<?> one
        && !one.isInterface()
        && kryo.getClassResolver().getRegistration(one) == null) {
      kryo.register(one);
      if (one.isRecord()) {
        for (RecordComponent part : one.getRecordComponents()) {
          register(part.getGenericType());
        }
      }
    }
  }

  /**
   * Writes what was learned of a file.
   *
   * @return false when it is no longer right if the user stands in another folder
   */
  boolean write(Output output, Remembered learned, SourceFile whose) {
    source = whose;
    namesOthers = false;
    kryo.writeObject(output, learned);
    return !namesOthers && learned.findings().stream().noneMatch(this::saysName);
  }

  /** True when a message calls its file by name, where no other name can be put. */
  private boolean saysName(Diagnostic finding) {
    return finding.message().contains(source.name())
        || finding.remedy().contains(source.name())
        || finding.related().stream().anyMatch(one -> one.message().contains(source.name()));
  }

  /**
   * Reads it again.
   *
   * @param whose the file, as the user sees it now
   */
  Remembered read(Input input, SourceFile whose) {
    source = whose;
    return kryo.readObject(input, Remembered.class);
  }

  private void writePlace(Output output, Location place) {
    boolean own = place.file().equals(source.name());
    namesOthers |= !own && !place.file().isEmpty();
    output.writeBoolean(own);
    if (!own) {
      output.writeString(place.file());
    }
    output.writeVarInt(place.line(), true);
    output.writeVarInt(place.column(), true);
    output.writeString(place.xpath());
  }

  private Location readPlace(Input input) {
    String file = input.readBoolean() ? source.name() : input.readString();
    return new Location(file, input.readVarInt(true), input.readVarInt(true), input.readString());
  }

  private static void writePointers(Output output, Pointers pointers) {
    writeBytes(output, pointers.bytes());
    output.writeVarInt(pointers.values().length, true);
    for (String value : pointers.values()) {
      output.writeString(value);
    }
  }

  private static Pointers readPointers(Input input) {
    byte[] bytes = readBytes(input);
    String[] values = new String[input.readVarInt(true)];
    for (int i = 0; i < values.length; i++) {
      values[i] = input.readString();
    }
    return Pointers.of(bytes, values);
  }

  private static void writeBytes(Output output, byte[] bytes) {
    output.writeVarInt(bytes.length, true);
    output.writeBytes(bytes);
  }

  private static byte[] readBytes(Input input) {
    return input.readBytes(input.readVarInt(true));
  }

  private static <T> Serializer<T> form(BiConsumer<Output, T> writes, Function<Input, T> reads) {
    return new Serializer<>() {
      @Override
      public void write(Kryo kryo, Output output, T value) {
        writes.accept(output, value);
      }

      @Override
      public T read(Kryo kryo, Input input, Class<? extends T> type) {
        return reads.apply(input);
      }
    };
  }
}
