/**
 * What letterpress has to tell its user: codes, severities, places, remedies, and their collecting.
 *
 * <p>Uses nothing but the JDK; every other package may use it.
 */
package org.letterpress.diagnostic;
