package org.letterpress.site.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;

/** Reads a file from some place on without moving the place where others read it. */
final class Positioned implements ReadableByteChannel {
  private final FileChannel file;
  private long at;

  Positioned(FileChannel file, long at) {
    this.file = file;
    this.at = at;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int count = file.read(into, at);
    at += Math.max(0, count);
    return count;
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() {
    // The file belongs to others.
  }
}
