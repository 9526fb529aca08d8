package org.letterpress.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.diagnostic.Diagnostics;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * James Clark's test suite for RELAX NG, over {@link Grammar} with its fence: grammars that are
 * wrong are refused, grammars that are right tell their documents apart. The suite lies beside the
 * repository; where it is missing, this test is skipped.
 */
class RelaxNgSuiteTest {
  private static final Path SUITE =
      Path.of("../shared/conformance/relaxng-spectest.xml").toAbsolutePath().normalize();

  /** Grammars of the suite, each wrong or right. */
  private static final int CASES = 385;

  @TempDir private Path folder;

  private final List<String> failures = new ArrayList<>();
  private int documents;

  @Test
  void everyGrammarIsJudgedAsTheSuiteSays(TestReporter reporter) throws Exception {
    Assumptions.assumeTrue(Files.isRegularFile(SUITE), () -> SUITE + " is not there");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    Document suite = factory.newDocumentBuilder().parse(SUITE.toFile());
    List<Element> cases = new ArrayList<>();
    var found = suite.getElementsByTagName("testCase");
    for (int i = 0; i < found.getLength(); i++) {
      cases.add((Element) found.item(i));
    }
    int passed = 0;
    for (Element testCase : cases) {
      int before = failures.size();
      run(testCase, folder.resolve("case-" + cases.indexOf(testCase)));
      passed += failures.size() == before ? 1 : 0;
    }
    reporter.publishEntry(
        "RELAX NG suite",
        "%d cases: %d passed, %d failed, 0 not run; %d documents"
            .formatted(cases.size(), passed, cases.size() - passed, documents));
    assertThat(cases).hasSize(CASES);
    assertThat(documents).isPositive();
    assertThat(failures).isEmpty();
  }

  private void run(Element testCase, Path place) throws Exception {
    write(testCase, Files.createDirectory(place));
    for (Element part : children(testCase)) {
      if (part.getTagName().equals("incorrect")) {
        Diagnostics findings = new Diagnostics();
        if (compile(part, place, findings) != null) {
          failures.add(describe(testCase, "a wrong grammar is taken", part));
        } else if (findings.sorted().isEmpty()) {
          failures.add(describe(testCase, "nothing says why the grammar is refused", part));
        }
      } else if (part.getTagName().equals("correct")) {
        Diagnostics findings = new Diagnostics();
        Grammar grammar = compile(part, place, findings);
        if (grammar == null || !findings.sorted().isEmpty()) {
          failures.add(describe(testCase, "a right grammar: " + findings.sorted(), part));
        } else {
          judge(testCase, grammar);
        }
      }
    }
  }

  private void judge(Element testCase, Grammar grammar) throws TransformerException {
    for (Element document : children(testCase)) {
      boolean valid = document.getTagName().equals("valid");
      if (valid || document.getTagName().equals("invalid")) {
        documents++;
        Checked checked = Checked.by(grammar, text(document));
        if (checked.findings().isEmpty() != valid) {
          failures.add(describe(testCase, "found " + checked.findings(), document));
        }
      }
    }
  }

  private static Grammar compile(Element part, Path place, Diagnostics findings)
      throws TransformerException {
    String text = text(part);
    return Grammar.compile(
        "main.rng",
        () -> {
          InputSource source = new InputSource(new StringReader(text));
          source.setSystemId(place.resolve("main.rng").toUri().toString());
          return source;
        },
        false,
        new IncludeFence(List.of(place)),
        findings);
  }

  /** Writes the files that the grammar of a case draws in. */
  private static void write(Element from, Path folder) throws IOException, TransformerException {
    for (Element child : children(from)) {
      if (child.getTagName().equals("resource")) {
        Files.writeString(folder.resolve(child.getAttribute("name")), text(child));
      } else if (child.getTagName().equals("dir")) {
        write(child, Files.createDirectory(folder.resolve(child.getAttribute("name"))));
      }
    }
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** What an element of the suite holds, as a document. */
  private static String text(Element holder) throws TransformerException {
    Transformer copy = TransformerFactory.newDefaultInstance().newTransformer();
    copy.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter out = new StringWriter();
    copy.transform(new DOMSource(children(holder).get(0)), new StreamResult(out));
    return out.toString();
  }

  private static String describe(Element testCase, String what, Element part)
      throws TransformerException {
    String section = testCase.getElementsByTagName("section").item(0).getTextContent();
    return "section " + section + ": " + what + "\n" + text(part);
  }
}
