package io.github.certwright.wizard;

import java.util.List;

/**
 * A job as the shell walks through it.
 *
 * @param title what it is called
 * @param pages what is seen, in the order of the flow
 * @param flow the way through the pages' models
 * @param closed wipes what must not outlive the job; called once when it is left
 */
public record Job(String title, List<Page> pages, Flow flow, Runnable closed) {
  public Job {
    pages = List.copyOf(pages);
  }
}
