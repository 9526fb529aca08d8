/**
 * Rules that look at a whole file or a whole edition and that no grammar can hold.
 *
 * <p>Observers, one for each subject, follow the one parse of a file; they report what the file
 * shows by itself and keep the few facts that the rules of the edition need. The rules then look at
 * the facts of all files and at the index that joins them.
 */
package org.letterpress.validate.edition;
