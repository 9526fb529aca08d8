/**
 * The plan of a build: what is read, what is stale, what is rendered in parallel, and how it is
 * published without harming what was there.
 *
 * <p>Uses every package before it.
 */
package org.letterpress.build;
