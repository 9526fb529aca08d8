package org.letterpress.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.FactsHandler;
import org.letterpress.letter.FileFacts;
import org.letterpress.source.SafeParser;
import org.letterpress.source.SourceFile;
import org.letterpress.source.SourceFolder;
import org.letterpress.validate.CheckBasis;
import org.letterpress.validate.edition.FileObservers;
import org.letterpress.validate.edition.ObservedFile;

class FactsCacheTest {
  private static final String LETTER =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="l1"><teiHeader><fileDesc><titleStmt>
      <title>A letter</title></titleStmt></fileDesc><profileDesc><correspDesc>
      <correspAction type="sent"><persName ref="p.xml#a">Ada</persName><placeName>Bonn</placeName>
      <date when="1815-02-05"/></correspAction><correspAction type="received"><persName>Ben
      </persName></correspAction><correspContext><ref type="prev" target="k.xml">before</ref>
      </correspContext></correspDesc></profileDesc></teiHeader><text xml:lang="en"><body>
      <p xml:id="x">I met <persName ref="p.xml#c">Chloë</persName> and <anchor xml:id="n"/>
      <rs type="person" ref="#d">him</rs>.</p>
      <note target="#n">No, <orgName key="E">that</orgName>.</note></body></text>
      <standOff><listPerson><person xml:id="d"><persName>Dan</persName><birth when="1780"/>
      <idno type="GND">118540238</idno></person></listPerson></standOff></TEI>
      """;

  private static final CheckBasis BASIS = new CheckBasis(List.of(), List.of("a schema"), true);

  @TempDir Path home;
  private Path edition;
  private Path caches;

  @BeforeEach
  void makeEdition() throws IOException {
    edition = Files.createDirectories(home.toRealPath().resolve("edition"));
    Files.writeString(edition.resolve("l1.xml"), LETTER);
    caches = home.resolve("caches");
  }

  @Test
  void whatWasLearnedIsKnownAgain() {
    SourceFile file = seenFrom(edition);
    FactsCache.Remembered learned = learn(file, List.of(finding(file, "it is wrong")));
    keep(edition, file, learned);

    FactsCache.Remembered known = open(edition).find(file, "digest");
    assertThat(known.facts()).isEqualTo(learned.facts());
    assertThat(known.facts().letters().get(0).mentions().stream().map(Object::toString))
        .hasSize(3)
        .isEqualTo(
            learned.facts().letters().get(0).mentions().stream().map(Object::toString).toList());
    assertThat(known.observed()).usingRecursiveComparison().isEqualTo(learned.observed());
    assertThat(known.findings()).isEqualTo(learned.findings());
    assertThat(known.basis()).isEqualTo(learned.basis());
  }

  @Test
  void itIsKnownWhereverTheUserStands() {
    SourceFile file = seenFrom(edition);
    FactsCache.Remembered learned = learn(file, List.of(finding(file, "it is wrong")));
    keep(edition, file, learned);

    SourceFile elsewhere = seenFrom(home);
    assertThat(elsewhere.name()).isNotEqualTo(file.name());
    FactsCache.Remembered known = open(home).find(elsewhere, "digest");
    assertThat(known.findings()).isEqualTo(List.of(finding(elsewhere, "it is wrong")));
    FactsCache.Remembered anew = learn(elsewhere, List.of());
    assertThat(known.facts()).isEqualTo(anew.facts());
    assertThat(known.observed()).usingRecursiveComparison().isEqualTo(anew.observed());
  }

  @Test
  void aMessageThatNamesFilesIsKnownOnlyWhereTheUserStood() {
    SourceFile file = seenFrom(edition);
    SourceFile elsewhere = seenFrom(home);
    Diagnostic other =
        finding(file, "it is wrong")
            .relatedTo(
                List.of(new Diagnostic.Related(Location.of("another.xml", 1, 2), "as is this")));
    for (Diagnostic naming : List.of(finding(file, "l1.xml is wrong"), other)) {
      keep(edition, file, learn(file, List.of(naming)));
      assertThat(open(edition).find(file, "digest").findings()).isEqualTo(List.of(naming));
      assertThat(open(home).find(elsewhere, "digest")).isNull();
    }
  }

  @Test
  void anotherFileIsNotKnown() {
    SourceFile file = seenFrom(edition);
    keep(edition, file, learn(file, List.of()));
    assertThat(open(edition).find(file, "another digest")).isNull();
    assertThat(FactsCache.open(caches, edition, edition, "another").find(file, "digest")).isNull();
  }

  @Test
  void aDamagedCacheKnowsNothing() throws IOException {
    SourceFile file = seenFrom(edition);
    keep(edition, file, learn(file, List.of()));
    Path kept = FactsCache.file(caches, edition);
    byte[] bytes = Files.readAllBytes(kept);
    for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
      Files.write(kept, java.util.Arrays.copyOf(bytes, length));
      assertThat(open(edition).find(file, "digest")).isNull();
    }
  }

  private SourceFile seenFrom(Path standing) {
    return new SourceFolder(edition, standing).file(edition.resolve("l1.xml"));
  }

  private FactsCache open(Path standing) {
    return FactsCache.open(caches, edition, standing, "program");
  }

  private void keep(Path standing, SourceFile file, FactsCache.Remembered learned) {
    FactsCache cache = open(standing);
    cache.put(file, "digest", learned);
    cache.save();
  }

  private FactsCache.Remembered learn(SourceFile file, List<Diagnostic> findings) {
    Diagnostics others = new Diagnostics();
    FactsHandler facts = new FactsHandler(file, "", false, others);
    FileObservers observers = new FileObservers(file, others);
    assertThat(new SafeParser(edition).parse(file, List.of(facts, observers), others)).isTrue();
    FileFacts learned = facts.facts();
    ObservedFile observed = observers.facts();
    return new FactsCache.Remembered(learned, observed, findings, BASIS);
  }

  private static Diagnostic finding(SourceFile file, String said) {
    Diagnostic plain = Diagnostic.of(Code.XML_UNREADABLE, Location.of(file.name(), 3, 4), said);
    return new Diagnostic(
        plain.code(), plain.severity(), said, plain.location(), List.of(), "mend it");
  }
}
