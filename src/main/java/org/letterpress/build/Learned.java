package org.letterpress.build;

import org.letterpress.letter.FileFacts;
import org.letterpress.validate.edition.ObservedFile;

/**
 * What is known of a file without reading it again.
 *
 * @param facts what was learned from it
 * @param observed what the rules of the edition need to know of it
 */
record Learned(FileFacts facts, ObservedFile observed) {}
