package org.letterpress.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.project.Edition;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;
import org.letterpress.transform.Stylesheets;
import org.letterpress.validate.SchemaOptions;
import org.letterpress.validate.Schemas;

/** Fetches schemas into the cache: those that somebody names, or those that an edition names. */
public final class SchemaFetch {
  private final Edition edition;
  private final SourceFolder folder;
  private final Diagnostics findings;
  private final Schemas schemas;

  /**
   * @param edition its catalogs are asked, and its files for the schemas that they name
   * @param findings gets an error for each schema that cannot be fetched
   */
  public SchemaFetch(
      Edition edition, SourceFolder folder, SchemaOptions options, Diagnostics findings) {
    this.edition = edition;
    this.folder = folder;
    this.findings = findings;
    Stylesheets stylesheets = new Stylesheets(edition, findings);
    this.schemas = Schemas.fetching(edition, options, folder, stylesheets::processor, findings);
  }

  /** Fetches these schemas; gives back those that are of use. */
  public List<Schemas.Fetched> fetch(List<String> addresses) {
    return useful(addresses.stream().map(schemas::fetch).toList());
  }

  /**
   * Fetches all schemas that files of the edition name; gives back those that are of use. Files
   * that are missing are nothing to be fetched.
   */
  public List<Schemas.Fetched> fetchNamed() {
    Map<String, Schemas.Fetched> all = new TreeMap<>();
    for (SourceFile file : EditionReader.files(edition, folder, findings)) {
      for (Schemas.Fetched each : schemas.fetchNamedBy(file)) {
        if (each.isInNetwork() || each.obstacle() == null) {
          all.put(each.name() + " " + each.kind(), each);
        }
      }
    }
    return useful(List.copyOf(all.values()));
  }

  private List<Schemas.Fetched> useful(List<Schemas.Fetched> all) {
    List<Schemas.Fetched> useful = new ArrayList<>();
    for (Schemas.Fetched each : all) {
      if (each.obstacle() == null) {
        useful.add(each);
      } else {
        findings.add(
            Code.SCHEMA_NOT_FETCHED, Location.of(each.name()), each.name(), each.obstacle());
      }
    }
    return useful;
  }
}
