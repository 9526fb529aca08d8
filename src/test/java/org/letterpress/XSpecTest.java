package org.letterpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the specifications of the stylesheets: each expectation is a test of its own. */
class XSpecTest {
  private static final Path SPECIFICATIONS = Path.of("src/test/xspec");
  private static final String COMPILER = "/io/xspec/xspec/impl/src/compiler/compile-xslt-tests.xsl";
  private static final String XSPEC = "http://www.jenitennison.com/xslt/xspec";

  private final Processor processor = new Processor(false);

  @TestFactory
  List<DynamicNode> eachExpectationOfEachSpecification() throws IOException, SaxonApiException {
    XsltExecutable compiler = compiler();
    List<DynamicNode> containers = new ArrayList<>();
    for (Path specification : specifications()) {
      String name = SPECIFICATIONS.relativize(specification).toString();
      List<DynamicTest> tests;
      try {
        tests = tests(run(compiler, specification));
      } catch (SaxonApiException broken) {
        tests = List.of(dynamicTest("runs", () -> throwing(broken)));
      }
      if (tests.isEmpty()) {
        tests = List.of(dynamicTest("has tests", () -> assertThat(specification).isNull()));
      }
      containers.add(dynamicContainer(name, specification.toUri(), tests.stream()));
    }
    assertThat(containers).as("specifications").isNotEmpty();
    return containers;
  }

  private static void throwing(SaxonApiException broken) throws SaxonApiException {
    throw broken;
  }

  private static List<Path> specifications() throws IOException {
    try (Stream<Path> files = Files.walk(SPECIFICATIONS)) {
      return files.filter(file -> file.toString().endsWith(".xspec")).sorted().toList();
    }
  }

  private XsltExecutable compiler() throws IOException, SaxonApiException {
    URL stylesheet = XSpecTest.class.getResource(COMPILER);
    assertThat(stylesheet).as("XSpec on the class path").isNotNull();
    return processor
        .newXsltCompiler()
        .compile(new StreamSource(stylesheet.openStream(), stylesheet.toString()));
  }

  private XdmNode run(XsltExecutable compiler, Path specification) throws SaxonApiException {
    XdmNode source = processor.newDocumentBuilder().build(specification.toFile());
    XdmDestination compiled = new XdmDestination();
    Xslt30Transformer compilation = compiler.load30();
    compilation.setGlobalContextItem(source);
    compilation.applyTemplates(source, compiled);
    XsltCompiler second = processor.newXsltCompiler();
    Xslt30Transformer tests = second.compile(compiled.getXdmNode().asSource()).load30();
    tests.setMessageHandler(message -> {});
    XdmDestination report = new XdmDestination();
    tests.callTemplate(new QName(XSPEC, "main"), report);
    return report.getXdmNode();
  }

  private List<DynamicTest> tests(XdmNode report) throws SaxonApiException {
    XPathCompiler paths = processor.newXPathCompiler();
    paths.declareNamespace("x", XSPEC);
    List<DynamicTest> tests = new ArrayList<>();
    for (XdmItem item : paths.evaluate("//x:test", report)) {
      String name =
          paths
              .evaluateSingle("string-join(ancestor-or-self::*/x:label, ': ')", item)
              .getStringValue();
      // A pending expectation has no such attribute, and so fails: nothing is skipped.
      String successful = ((XdmNode) item).getAttributeValue(new QName("successful"));
      String shown = paths.evaluateSingle("string(serialize(..))", item).getStringValue();
      tests.add(dynamicTest(name, () -> assertThat(successful).as("%s", shown).isEqualTo("true")));
    }
    return tests;
  }
}
