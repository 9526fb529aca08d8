package org.letterpress.source;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Tells bytes from what they were before, by two cyclic sums of 32 bits and their number. That two
 * that differ look alike is as likely as for any sum of 64 bits; against somebody who wants them to
 * it is no proof.
 *
 * <p>Both sums are machine code from the first byte on. The digests of Java's cryptography are so
 * only after the optimising compiler has come to them, which a short build never sees.
 */
public final class Checksum {
  private final CRC32 first = new CRC32();
  private final CRC32C second = new CRC32C();
  private long size;

  /** Adds bytes, which count as one part: the same bytes in other parts have another sum. */
  public Checksum add(byte[] bytes) {
    first.update(bytes);
    second.update(bytes);
    first.update(0);
    second.update(0);
    size += bytes.length;
    return this;
  }

  /** Adds a text as a part. */
  public Checksum add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What was added until now, as letters and digits. */
  public String hex() {
    return HexFormat.of().toHexDigits(first.getValue() << Integer.SIZE | second.getValue())
        + Long.toHexString(size);
  }
}
