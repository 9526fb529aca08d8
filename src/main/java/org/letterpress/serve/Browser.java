package org.letterpress.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A page that is open in a browser and wants to be told what changes (server-sent events).
 *
 * <p>Events wait in a queue, so that a browser that is asleep holds up nobody.
 */
final class Browser {
  /** A browser this far behind is not there any more, or loads the page again. */
  private static final int MOST_WAITING = 200;

  /** How often a silent connection is tried. */
  private static final long BREATH_MILLIS = 15_000;

  private final String page;
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Map<String, String> told = new HashMap<>();
  private String version;
  private boolean ended;

  /**
   * @param page path of the page from the root of the site
   * @param version what the page holds now
   */
  Browser(String page, String version) {
    this.page = page;
    this.version = version;
  }

  /** The page that it shows. */
  String page() {
    return page;
  }

  /** Tells it the page as it is now, if it has another one. */
  synchronized void show(String text, String now) {
    if (!now.equals(version)) {
      version = now;
      told.remove("gone");
      tell("page", text);
    }
  }

  /**
   * Tells it something.
   *
   * @param event name of the event
   * @param data lines of text
   */
  synchronized void tell(String event, String data) {
    if (waiting.size() >= MOST_WAITING) {
      end();
      return;
    }
    StringBuilder text = new StringBuilder(data.length() + 64);
    text.append("event: ").append(event).append('\n');
    // Each of the three kinds of line ends would end the field.
    data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
    if (data.isEmpty()) {
      text.append("data:\n");
    }
    waiting.add(text.append('\n').toString());
    notifyAll();
  }

  /** Tells it something unless it is the same as it was told last under this name. */
  synchronized void tellIfNew(String event, String data) {
    if (!data.equals(told.put(event, data))) {
      tell(event, data);
    }
  }

  /** Tells it, once, that its page exists no more. */
  synchronized void gone() {
    version = "";
    tellIfNew("gone", "");
  }

  /** Lets it go. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Sends what there is to tell until the browser goes away. */
  void serve(OutputStream out) throws IOException, InterruptedException {
    // When the connection breaks, try again soon: the server was started anew.
    send(out, "retry: 500\n\n");
    String next = next();
    while (next != null) {
      send(out, next);
      next = next();
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private synchronized String next() throws InterruptedException {
    if (waiting.isEmpty() && !ended) {
      wait(BREATH_MILLIS);
    }
    if (ended) {
      return null;
    }
    // A comment: it does nothing but fail when nobody is there.
    return waiting.isEmpty() ? ":\n\n" : waiting.poll();
  }
}
