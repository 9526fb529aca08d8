package org.letterpress.build;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finished files in memory; nothing is written. */
final class Tray implements Shelf {
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  /** What was put here, by path from the root of the site. */
  Map<String, byte[]> files() {
    return files;
  }

  @Override
  public boolean isFresh(String path, String fingerprint) {
    return false;
  }

  @Override
  public String fingerprint(String path) {
    return null;
  }

  @Override
  public String fingerprintNow(String path) {
    return null;
  }

  @Override
  public Set<String> published() {
    return Set.of();
  }

  @Override
  public void keep(String path) {
    // There is nothing of an earlier build here.
  }

  @Override
  public void keepStale(String path) {
    // There is nothing of an earlier build here.
  }

  @Override
  public void keepAllOf(String source) {
    // There is nothing of an earlier build here.
  }

  @Override
  public List<String> keptOf(String source) {
    return List.of();
  }

  @Override
  public byte[] content(String path) {
    return files.get(path);
  }

  @Override
  public byte[] lastContent(String path) {
    return null;
  }

  @Override
  public void stage(String path, String fingerprint, String source, byte[] bytes) {
    files.put(path, bytes);
  }
}
