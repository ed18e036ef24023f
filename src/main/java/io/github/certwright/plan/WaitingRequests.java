package io.github.certwright.plan;

import io.github.certwright.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** The requests that wait for an authority's answer, from one start to the next. */
public interface WaitingRequests {

  /** All of them, newest first. */
  List<WaitingRequest> all();

  /**
   * Puts one in front; an older one with the same keystore is gone.
   *
   * @throws ProblemException when it cannot be remembered beyond this run
   */
  void remember(WaitingRequest request) throws ProblemException;

  /**
   * The answer was taken over, or nobody waits for it any more.
   *
   * @param keystore of the request
   * @throws ProblemException when that cannot be remembered beyond this run
   */
  void forget(String keystore) throws ProblemException;

  /** Remembers until the program ends. */
  static WaitingRequests inMemory() {
    return new WaitingRequests() {
      private final List<WaitingRequest> requests = new ArrayList<>();

      @Override
      public synchronized List<WaitingRequest> all() {
        return List.copyOf(requests);
      }

      @Override
      public synchronized void remember(WaitingRequest request) {
        forget(request.keystore());
        requests.addFirst(request);
      }

      @Override
      public synchronized void forget(String keystore) {
        requests.removeIf(request -> request.keystore().equals(keystore));
      }
    };
  }
}
