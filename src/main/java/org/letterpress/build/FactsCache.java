package org.letterpress.build;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.letter.FileFacts;
import org.letterpress.project.Edition;
import org.letterpress.source.SourceFile;
import org.letterpress.source.WholeFile;
import org.letterpress.validate.CheckBasis;
import org.letterpress.validate.edition.ObservedFile;

/**
 * What earlier builds learned of the files of an edition and found in them, so that a file is read
 * again only when it changed.
 *
 * <p>One file in the user's cache folder for each edition. It may be deleted at any time, and one
 * that cannot be read or written does no harm. Thread-safe.
 */
final class FactsCache {
  /** Changes when the form of the file does. */
  private static final String FORM = "letterpress facts 3";

  private static final int BUFFER = 1 << 20;

  /** Bytes before each entry: the sizes of its three parts. */
  private static final int SIZES = 3 * Integer.BYTES;

  private final Path file;
  private final String program;
  private final String standing;
  private final Map<String, Entry> before;
  private final Map<String, Entry> after = new ConcurrentHashMap<>();
  private final ThreadLocal<FactsForm> forms = ThreadLocal.withInitial(FactsForm::new);

  /**
   * What is kept of a file.
   *
   * @param digest of its bytes; and where the user stands, if it holds only there
   * @param bytes the rest, as it stands in the cache
   */
  private record Entry(String digest, byte[] bytes) {}

  /**
   * What was learned of a file and found in it.
   *
   * @param basis what the findings rest on, besides the file's bytes
   */
  record Remembered(
      FileFacts facts, ObservedFile observed, List<Diagnostic> findings, CheckBasis basis) {}

  private FactsCache(Path file, String program, Path standing, Map<String, Entry> before) {
    this.file = file;
    this.program = program;
    this.standing = standing.toString();
    this.before = before;
  }

  /** A cache that keeps nothing. */
  static FactsCache none() {
    return new FactsCache(null, "", Path.of(""), Map.of());
  }

  /**
   * The cache of an edition as this copy of letterpress reads it.
   *
   * @param standing the folder the user stands in, to which names in messages are relative
   * @param folder the user's cache folder, or null for none
   */
  static FactsCache of(Edition edition, Path standing, Path folder) {
    if (folder == null) {
      return none();
    }
    String program =
        new Fingerprint().add(Fingerprint.ofProgram()).add(edition.settings().toString()).hex();
    return open(folder, edition.folder(), standing, program);
  }

  /**
   * The cache of an edition.
   *
   * @param folder the user's cache folder
   * @param edition the edition's folder, absolute
   * @param standing the folder the user stands in, to which names in messages are relative
   * @param program fingerprint of letterpress and of the edition's settings; what another one
   *     learned is not taken over
   */
  static FactsCache open(Path folder, Path edition, Path standing, String program) {
    Path file = file(folder, edition);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return new FactsCache(file, program, standing, read(in, Files.size(file), program));
    } catch (IOException | IllegalArgumentException none) {
      return new FactsCache(file, program, standing, Map.of());
    }
  }

  /** The file in which the facts of an edition are kept. */
  static Path file(Path folder, Path edition) {
    return folder.resolve("editions").resolve(new Fingerprint().add(edition.toString()).hex());
  }

  /**
   * What is known of a file as it is now.
   *
   * @param digest of its bytes
   * @return null when nothing is, or it was another file
   */
  Remembered find(SourceFile source, String digest) {
    Entry entry = before.get(source.key());
    if (entry == null
        || !(entry.digest().equals(digest) || entry.digest().equals(onlyHere(digest)))) {
      return null;
    }
    try (Input input = new Input(entry.bytes())) {
      return forms.get().read(input, source);
    } catch (KryoException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      return null;
    }
  }

  /** Keeps what {@link #find} gave for the next build. */
  void keep(SourceFile source) {
    after.put(source.key(), before.get(source.key()));
  }

  /** Keeps what was learned anew. */
  void put(SourceFile source, String digest, Remembered learned) {
    if (file == null) {
      return;
    }
    try (Output output = new Output(4096, -1)) {
      boolean everywhere = forms.get().write(output, learned, source);
      after.put(source.key(), new Entry(everywhere ? digest : onlyHere(digest), output.toBytes()));
    }
  }

  private String onlyHere(String digest) {
    return digest + " " + standing;
  }

  /** Writes what was kept; files that are gone are forgotten. */
  void save() {
    if (file == null || unchanged()) {
      return;
    }
    try {
      WholeFile.write(file, stream -> write(new DataOutputStream(stream)));
    } catch (IOException notKept) {
      // The next build reads everything again.
    }
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeUTF(FORM);
    out.writeUTF(program);
    out.writeInt(after.size());
    for (Map.Entry<String, Entry> each : new TreeMap<>(after).entrySet()) {
      byte[] key = each.getKey().getBytes(StandardCharsets.UTF_8);
      byte[] digest = each.getValue().digest().getBytes(StandardCharsets.UTF_8);
      byte[] bytes = each.getValue().bytes();
      ByteBuffer sizes = ByteBuffer.allocate(SIZES);
      out.write(sizes.putInt(key.length).putInt(digest.length).putInt(bytes.length).array());
      out.write(key);
      out.write(digest);
      out.write(bytes);
    }
    out.flush();
  }

  private boolean unchanged() {
    return after.size() == before.size()
        && after.entrySet().stream().allMatch(each -> before.get(each.getKey()) == each.getValue());
  }

  private static Map<String, Entry> read(InputStream stream, long size, String program)
      throws IOException {
    DataInputStream in = new DataInputStream(stream);
    Map<String, Entry> entries = new HashMap<>();
    if (!in.readUTF().equals(FORM) || !in.readUTF().equals(program)) {
      return entries;
    }
    byte[] sizes = new byte[SIZES];
    for (int left = in.readInt(); left > 0; left--) {
      in.readFully(sizes);
      ByteBuffer each = ByteBuffer.wrap(sizes);
      String key = new String(bytes(in, each.getInt(), size), StandardCharsets.UTF_8);
      String digest = new String(bytes(in, each.getInt(), size), StandardCharsets.UTF_8);
      entries.put(key, new Entry(digest, bytes(in, each.getInt(), size)));
    }
    return entries;
  }

  private static byte[] bytes(DataInputStream in, int length, long most) throws IOException {
    if (length < 0 || length > most) {
      throw new IOException("the cache is damaged");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the cache breaks off");
    }
    return bytes;
  }
}
