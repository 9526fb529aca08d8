package org.letterpress.validate;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.Schema;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.Validator;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * One of Jing's validators, used for one document after the other.
 *
 * <p>What Jing works out about a grammar while it reads a document, it keeps with the validator: a
 * new one for each document would work out everything again, which takes longer than the check.
 * Used by one thread at a time.
 */
final class WarmValidator implements ErrorHandler {
  /** What is kept grows with every document, if slowly. */
  private static final int MOST_DOCUMENTS = 5_000;

  private final Validator validator;
  private ErrorHandler errors;
  private int documents;

  WarmValidator(Schema schema) {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, this);
    this.validator = schema.createValidator(properties.toPropertyMap());
  }

  /** Begins a document; what is wrong with it is told to these errors. */
  ContentHandler begin(ErrorHandler told) {
    errors = told;
    documents++;
    return validator.getContentHandler();
  }

  /**
   * Ends a document, read to its end or not.
   *
   * @return true when another document may follow
   */
  boolean end() {
    errors = null;
    validator.reset();
    return documents < MOST_DOCUMENTS;
  }

  @Override
  public void warning(SAXParseException warning) throws SAXException {
    errors.warning(warning);
  }

  @Override
  public void error(SAXParseException error) throws SAXException {
    errors.error(error);
  }

  @Override
  public void fatalError(SAXParseException error) throws SAXException {
    errors.fatalError(error);
  }
}
