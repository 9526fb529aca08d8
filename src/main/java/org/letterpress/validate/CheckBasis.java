package org.letterpress.validate;

import java.util.List;

/**
 * What the findings of a document's check rest on, besides its bytes.
 *
 * @param models the schemas that it names
 * @param digests of the schemas that it was checked against
 * @param repeatable false when rules among them look at more than the document
 */
public record CheckBasis(List<XmlModel> models, List<String> digests, boolean repeatable) {}
