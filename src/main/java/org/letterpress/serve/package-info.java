/**
 * The live preview: a server for one's own machine that shows an edition while it is written.
 *
 * <p>Uses {@code build} and the packages before it. It alone touches the HTTP server. It writes
 * nothing: neither sources nor the output folder know that it runs.
 */
package org.letterpress.serve;
