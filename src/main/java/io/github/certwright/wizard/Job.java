package io.github.certwright.wizard;

import java.util.List;

/**
 * A job as the shell walks through it.
 *
 * @param title what it is called
 * @param pages what is seen, in the order of the flow
 * @param flow the way through the pages' models
 * @param closed wipes what must not outlive the job; called once when it is left
 * @param notice what is said above every page, or empty
 */
public record Job(String title, List<Page> pages, Flow flow, Runnable closed, String notice) {
  public Job {
    pages = List.copyOf(pages);
  }

  /** A job about which nothing need be said on every page. */
  public Job(String title, List<Page> pages, Flow flow, Runnable closed) {
    this(title, pages, flow, closed, "");
  }
}
