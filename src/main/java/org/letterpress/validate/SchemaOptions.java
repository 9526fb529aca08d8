package org.letterpress.validate;

import java.nio.file.Path;
import java.util.List;

/**
 * What the user says about schemas.
 *
 * @param schemas schemas to use before all others: absolute paths, or addresses of http and https
 * @param embedded true to use the Schematron rules inside these grammars, too
 * @param phase the Schematron phase to check; empty to leave that to documents and schemas
 * @param network true when schemas that are not in the cache may be fetched
 * @param cache the folder for what is fetched and compiled
 */
public record SchemaOptions(
    List<String> schemas, boolean embedded, String phase, boolean network, Path cache) {
  public SchemaOptions {
    schemas = List.copyOf(schemas);
  }
}
