package org.letterpress.build;

import java.util.List;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.source.SourceFile;

/**
 * A file as it is known.
 *
 * @param read as it could be read last, or null
 * @param bytes of that, of files that are being worked on; else null
 * @param findings about what is in the file now
 * @param whole false when that cannot be read to its end
 */
record KnownFile(
    SourceFile file, ReadFile read, byte[] bytes, List<Diagnostic> findings, boolean whole) {}
