/**
 * The only way XML gets in: files found, and one safe parse with lines and columns.
 *
 * <p>Parsers are made by class name, never by JAXP discovery, and read nothing outside the
 * edition's folder. Uses {@code diagnostic} only.
 */
package org.letterpress.source;
