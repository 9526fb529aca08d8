package org.letterpress.transform;

import java.util.Locale;
import net.sf.saxon.s9api.ExtensionFunction;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.OccurrenceIndicator;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SequenceType;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.letter.LanguageRules;

/** For stylesheets: {@code lpj:plural(12, 'pl')} gives the form of a language for a number. */
final class PluralForm implements ExtensionFunction {
  private static final SequenceType NUMBER =
      SequenceType.makeSequenceType(ItemType.INTEGER, OccurrenceIndicator.ONE);
  private static final SequenceType TEXT =
      SequenceType.makeSequenceType(ItemType.STRING, OccurrenceIndicator.ONE);

  @Override
  public QName getName() {
    return new QName("lpj", "urn:letterpress:functions", "plural");
  }

  @Override
  public SequenceType getResultType() {
    return TEXT;
  }

  @Override
  public SequenceType[] getArgumentTypes() {
    return new SequenceType[] {NUMBER, TEXT};
  }

  @Override
  public XdmValue call(XdmValue[] arguments) throws SaxonApiException {
    long number = ((XdmAtomicValue) arguments[0].itemAt(0)).getLongValue();
    Locale language = Locale.forLanguageTag(arguments[1].itemAt(0).getStringValue());
    return new XdmAtomicValue(LanguageRules.plural(language, number));
  }
}
