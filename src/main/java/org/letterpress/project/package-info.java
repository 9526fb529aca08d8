/**
 * An edition's folder and its {@code letterpress.toml}, read into one immutable record.
 *
 * <p>Uses {@code diagnostic} and {@code source}; alone touches the TOML parser.
 */
package org.letterpress.project;
