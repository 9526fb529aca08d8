/**
 * Stylesheets compiled once and run safely, and the facts that they are given.
 *
 * <p>Alone touches Saxon's own classes; its s9api is shared vocabulary. Uses {@code letter} and the
 * packages before it.
 */
package org.letterpress.transform;
