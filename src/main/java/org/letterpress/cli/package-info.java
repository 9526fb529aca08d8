/**
 * The commands, their options and exit codes: 0 clean, 1 findings of severity error, 2 wrong usage
 * or configuration, 3 the work could not be done.
 *
 * <p>Uses every other package; alone touches picocli.
 */
package org.letterpress.cli;
