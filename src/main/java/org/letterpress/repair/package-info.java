/**
 * Changes files of an edition where a finding says what certainly mends it, and nothing else in
 * them.
 *
 * <p>Uses {@code diagnostic} and {@code source}; makes diffs with java-diff-utils.
 */
package org.letterpress.repair;
