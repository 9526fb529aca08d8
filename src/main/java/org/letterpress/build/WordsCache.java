package org.letterpress.build;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.letterpress.site.search.LetterWords;

/**
 * The words of letters' pages as earlier builds found them, so that the index of the search does
 * not read pages again that have not changed.
 *
 * <p>One file in the user's cache folder for each edition. It may be deleted at any time, and one
 * that cannot be read or written does no harm. Letters may be asked for from any thread; they are
 * kept from one.
 */
final class WordsCache implements Closeable {
  /** Changes when the form of the file does. */
  private static final String FORM = "letterpress words 2";

  private static final int BUFFER = 1 << 20;

  private final Path file;
  private final Map<String, Place> places = new HashMap<>();
  private RandomAccessFile before;
  private Path part;
  private DataOutputStream after;

  /** Where a letter stands in the file. */
  private record Place(long at, int size) {}

  /** A cache that keeps nothing. */
  static WordsCache none() {
    return new WordsCache(null);
  }

  /**
   * The cache of an edition.
   *
   * @param folder the user's cache folder, or null for none
   * @param edition the edition's folder, absolute
   */
  static WordsCache of(Path folder, Path edition) {
    return folder == null
        ? none()
        : new WordsCache(
            FactsCache.file(folder, edition)
                .resolveSibling(FactsCache.file(folder, edition).getFileName() + "-words"));
  }

  private WordsCache(Path file) {
    this.file = file;
    if (file == null) {
      return;
    }
    try {
      Files.createDirectories(file.getParent());
      part = Files.createTempFile(file.getParent(), "letterpress", ".part");
      after = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), BUFFER));
      after.writeUTF(FORM);
    } catch (IOException notKept) {
      after = null;
    }
    if (Files.exists(file)) {
      try {
        index();
        before = new RandomAccessFile(file.toFile(), "r");
      } catch (IOException damaged) {
        places.clear();
      }
    }
  }

  private void index() throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      if (!in.readUTF().equals(FORM)) {
        return;
      }
      long at = 2 + FORM.length();
      while (in.readBoolean()) {
        String key = in.readUTF();
        int size = in.readInt();
        at += 1 + 2 + key.length() + 4;
        places.put(key, new Place(at, size));
        in.skipNBytes(size);
        at += size;
      }
    }
  }

  /**
   * The words of a page.
   *
   * @param fingerprint of what the page was made of
   * @return null when they are not known
   */
  LetterWords find(String fingerprint) {
    Place place = places.get(fingerprint);
    if (place == null) {
      return null;
    }
    byte[] bytes = new byte[place.size];
    try {
      synchronized (before) {
        before.seek(place.at);
        before.readFully(bytes);
      }
      return LetterWords.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException damaged) {
      return null;
    }
  }

  /** Keeps the words of a page for the next build. */
  void keep(String fingerprint, LetterWords words) {
    if (after == null) {
      return;
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      words.write(new DataOutputStream(bytes));
      after.writeBoolean(true);
      after.writeUTF(fingerprint);
      after.writeInt(bytes.size());
      bytes.writeTo(after);
    } catch (IOException notKept) {
      after = null;
    }
  }

  /** Puts what was kept into the place of what was known before. */
  void save() {
    if (after == null) {
      return;
    }
    try {
      after.writeBoolean(false);
      after.close();
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException notKept) {
      // The next build reads the pages again.
    }
  }

  @Override
  public void close() {
    try {
      if (before != null) {
        before.close();
      }
      if (after != null) {
        after.close();
      }
      if (part != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException left) {
      // A file too many in a folder of caches.
    }
  }
}
