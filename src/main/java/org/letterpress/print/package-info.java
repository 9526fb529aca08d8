/**
 * From formatting objects to PDF: fonts, the fence for images, tags, and bytes that repeat.
 *
 * <p>Uses {@code diagnostic} and {@code source}; alone touches FOP and PDFBox. It knows nothing of
 * TEI or of the stylesheets: whoever has formatting objects writes them as SAX events.
 */
package org.letterpress.print;
