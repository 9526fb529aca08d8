package org.letterpress;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages use only those above them, and each library has one package that touches it. */
class ArchitectureTest {
  private static final String ROOT = "org.letterpress.";

  private static final List<String> ORDER =
      List.of(
          "diagnostic",
          "report",
          "source",
          "project",
          "letter",
          "image",
          "transform",
          "validate",
          "repair",
          "site",
          "print",
          "exchange",
          "importer",
          "audit",
          "build",
          "api",
          "serve",
          "cli");

  private static JavaClasses classes;

  @BeforeAll
  static void importMainClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.letterpress");
  }

  @Test
  void everyClassBelongsToAPackageOfTheOrder() {
    assertThat(classes.stream().map(JavaClass::getPackageName).distinct())
        .contains(ROOT + "diagnostic", ROOT + "cli")
        .allSatisfy(
            name -> {
              assertThat(name).startsWith(ROOT);
              assertThat(ORDER).contains(name.substring(ROOT.length()).split("\\.")[0]);
            });
  }

  static Stream<Arguments> packagesWithThoseBelow() {
    return IntStream.range(0, ORDER.size() - 1)
        .mapToObj(i -> Arguments.of(ORDER.get(i), ORDER.subList(i + 1, ORDER.size())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packagesWithThoseBelow")
  void aPackageUsesNoneOfThoseBelowIt(String upper, List<String> lower) {
    String[] forbidden = lower.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + upper + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(classes);
  }

  static Stream<Arguments> fences() {
    return Stream.of(
        Arguments.of("report", new String[] {"com.fasterxml.jackson.."}),
        Arguments.of("source", new String[] {"org.apache.xerces..", "org.xmlresolver.."}),
        Arguments.of("project", new String[] {"org.tomlj.."}),
        Arguments.of("validate", new String[] {"com.thaiopensource.."}),
        Arguments.of("validate.edition", new String[] {"org.meeuw.."}),
        Arguments.of(
            "print",
            new String[] {"org.apache.fop..", "org.apache.xmlgraphics..", "org.apache.pdfbox.."}),
        Arguments.of("build", new String[] {"com.esotericsoftware.kryo.."}),
        Arguments.of("cli", new String[] {"picocli.."}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fences")
  void aLibraryIsTouchedByItsOwnPackageAlone(String owner, String[] library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + owner + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .check(classes);
  }

  @Test
  void differencesAreMadeByTheAuditAndTheRepairAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "audit..", ROOT + "repair..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.difflib..")
        .check(classes);
  }

  @Test
  void finishedPagesAreReadByTheAuditAndTheSearchAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "audit..", ROOT + "site.search..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jsoup..")
        .check(classes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fences")
  void theOwnerOfALibraryReallyUsesIt(String owner, String[] library) {
    // Guards the fences themselves: a misspelt package name would never be violated.
    for (String name : library) {
      String prefix = name.replace("..", "");
      assertThat(
              classes.stream()
                  .filter(type -> type.getPackageName().equals(ROOT + owner))
                  .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                  .map(dependency -> dependency.getTargetClass().getPackageName()))
          .anyMatch(used -> used.startsWith(prefix));
    }
  }

  @Test
  void saxonBehindItsPublicInterfaceIsTouchedByTransformAlone() {
    // NamespaceUri is what the public QName answers with, though it stands in another package.
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "transform..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("net.sf.saxon..")
                .and(JavaClass.Predicates.resideOutsideOfPackage("net.sf.saxon.s9api.."))
                .and(not(name("net.sf.saxon.om.NamespaceUri"))))
        .check(classes);
  }

  @Test
  void noClassHasANameThatSaysNothing() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Impl)").check(classes);
  }
}
