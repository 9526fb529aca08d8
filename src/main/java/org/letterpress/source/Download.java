package org.letterpress.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets files by http and https, within limits of size and time. Safe to use from several threads.
 */
public final class Download {
  private final Duration patience;
  private final int mostBytes;

  /** Made when something is to be fetched: starting it takes longer than the check of a letter. */
  private HttpClient client;

  /**
   * @param patience how long one file may take, from asking to its last byte
   * @param mostBytes how long one file may be
   */
  public Download(Duration patience, int mostBytes) {
    this.patience = patience;
    this.mostBytes = mostBytes;
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .connectTimeout(patience)
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build();
    }
    return client;
  }

  /**
   * A file that was got.
   *
   * @param address where it was in the end, after redirections
   * @param bytes what it holds
   */
  public record Got(String address, byte[] bytes) {}

  /**
   * Gets a file.
   *
   * @throws IOException when it cannot be had; the message says why in one clause
   */
  public Got get(String address) throws IOException {
    CompletableFuture<Got> answer;
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(patience)
              .header("User-Agent", "letterpress")
              .build();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      answer =
          client()
              .sendAsync(
                  request,
                  HttpResponse.BodyHandlers.ofByteArrayConsumer(
                      part -> part.ifPresent(more -> append(bytes, more))))
              .thenApply(response -> accept(response, bytes));
    } catch (IllegalArgumentException unusable) {
      throw new IOException("\"" + address + "\" is no address of http or https", unusable);
    }
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new IOException("the server did not answer in time", late);
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted", stopped);
    } catch (ExecutionException failed) {
      throw new IOException(describe(failed.getCause()), failed);
    }
  }

  private void append(ByteArrayOutputStream bytes, byte[] more) {
    if (bytes.size() + more.length > mostBytes) {
      throw new Refused("the file is larger than " + mostBytes / 1_000_000 + " MB");
    }
    bytes.writeBytes(more);
  }

  private static Got accept(HttpResponse<Void> response, ByteArrayOutputStream bytes) {
    if (response.statusCode() != 200) {
      throw new Refused("the server answers with status " + response.statusCode());
    }
    return new Got(response.uri().toString(), bytes.toByteArray());
  }

  private static String describe(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused) {
        return cause.getMessage();
      }
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return "there is no such server, or no network";
      }
      if (cause instanceof HttpTimeoutException) {
        return "the server did not answer in time";
      }
    }
    if (failure instanceof ConnectException) {
      return "the server cannot be reached";
    }
    return "the connection failed: " + failure.getMessage();
  }

  /** Ends a download; its message is for the user. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
