package io.github.certwright.server.practice;

/**
 * A line of the practice server's log; never a header, a body or a secret.
 *
 * @param path without the query
 * @param bytes length of the request's body
 * @param authorized whether credentials came along (header or session cookie)
 */
public record PracticeRequest(String method, String path, long bytes, boolean authorized) {

  /** Method and path, for example {@code GET /osmc/version}. */
  public String call() {
    return method + " " + path;
  }
}
