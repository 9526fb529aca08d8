package org.letterpress.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A tab of its own storage, which keeps what went wrong in it and what it asked for. */
final class Tab implements AutoCloseable {
  private static final int PATIENCE = 60_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private boolean closing;

  Tab(Browser browser, Browser.NewContextOptions options) {
    context = browser.newContext(options);
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    page.onRequest(request -> requests.add(request.url()));
  }

  /** What is shown in it. */
  Page page() {
    return page;
  }

  /** Its storage, clipboard and further pages. */
  BrowserContext context() {
    return context;
  }

  /** Errors of scripts and of the console since it was opened; may be cleared. */
  List<String> errors() {
    return errors;
  }

  /** Every address that was asked for since it was opened; may be cleared. */
  List<String> requests() {
    return requests;
  }

  /** What was asked for over the net, whatever the host. */
  List<String> requestsOfHosts() {
    return requests.stream().filter(url -> !url.matches("(file|data|blob):.*")).toList();
  }

  /**
   * Answers requests in the place of the net.
   *
   * @param which says of an address whether it is answered so
   */
  void answer(Predicate<String> which, Consumer<Route> answer) {
    context.route(
        which,
        route -> {
          // Nobody waits any more for what is asked for while the tab is closed.
          if (!closing) {
            answer.accept(route);
          }
        });
  }

  @Override
  public void close() {
    closing = true;
    context.close();
  }
}
