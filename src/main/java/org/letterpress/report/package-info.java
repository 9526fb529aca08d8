/**
 * Findings for people and for programs: human, JSON, SARIF, JUnit and GitHub formats.
 *
 * <p>Uses {@code diagnostic} only; alone touches Jackson.
 */
package org.letterpress.report;
