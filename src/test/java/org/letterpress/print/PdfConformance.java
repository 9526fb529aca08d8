package org.letterpress.print;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What veraPDF has to say against a PDF as PDF/A-2a and PDF/UA-1. */
public final class PdfConformance {
  private static final List<PDFAFlavour> STANDARDS =
      List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);
  private static final int SHOWN = 5;

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private PdfConformance() {}

  /** The rules that it breaks, with places; empty when it conforms to both. */
  public static List<String> failures(byte[] pdf) throws Exception {
    List<String> failures = new ArrayList<>();
    for (PDFAFlavour standard : STANDARDS) {
      try (PDFAParser parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard);
          PDFAValidator validator =
              Foundries.defaultInstance().createValidator(standard, SHOWN, false, false, false)) {
        for (TestAssertion rule : validator.validate(parser).getTestAssertions()) {
          if (rule.getStatus() == TestAssertion.Status.FAILED) {
            failures.add(
                standard
                    + " "
                    + rule.getRuleId().getClause()
                    + ": "
                    + rule.getMessage()
                    + " at "
                    + rule.getLocation().getContext());
          }
        }
      }
    }
    return failures;
  }
}
