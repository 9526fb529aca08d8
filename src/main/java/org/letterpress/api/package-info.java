/**
 * letterpress for programs: what its commands do, without a command line. These classes, and those
 * of the findings they give back ({@link org.letterpress.diagnostic}), stay as they are between
 * versions; the other packages may change.
 */
package org.letterpress.api;
