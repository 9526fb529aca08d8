package org.letterpress.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A folder of a shelf, whose paths count from that folder. */
final class FolderShelf implements Shelf {
  private final Shelf shelf;
  private final String folder;

  /**
   * @param folder ends with a slash
   */
  FolderShelf(Shelf shelf, String folder) {
    this.shelf = shelf;
    this.folder = folder;
  }

  @Override
  public boolean isFresh(String path, String fingerprint) {
    return shelf.isFresh(folder + path, fingerprint);
  }

  @Override
  public String fingerprint(String path) {
    return shelf.fingerprint(folder + path);
  }

  @Override
  public String fingerprintNow(String path) {
    return shelf.fingerprintNow(folder + path);
  }

  @Override
  public Set<String> published() {
    return shelf.published().stream()
        .filter(path -> path.startsWith(folder))
        .map(path -> path.substring(folder.length()))
        .collect(Collectors.toSet());
  }

  @Override
  public boolean wasPublished(String path) {
    return shelf.wasPublished(folder + path);
  }

  @Override
  public void keep(String path) {
    shelf.keep(folder + path);
  }

  @Override
  public void keepStale(String path) {
    shelf.keepStale(folder + path);
  }

  @Override
  public void keepAllOf(String source) {
    shelf.keepAllOf(source);
  }

  @Override
  public List<String> keptOf(String source) {
    return shelf.keptOf(source);
  }

  @Override
  public void stage(String path, String fingerprint, String source, byte[] bytes)
      throws IOException {
    shelf.stage(folder + path, fingerprint, source, bytes);
  }

  @Override
  public void stage(String path, String fingerprint, String source, Path file) throws IOException {
    shelf.stage(folder + path, fingerprint, source, file);
  }

  @Override
  public byte[] content(String path) throws IOException {
    return shelf.content(folder + path);
  }

  @Override
  public byte[] lastContent(String path) throws IOException {
    return shelf.lastContent(folder + path);
  }
}
