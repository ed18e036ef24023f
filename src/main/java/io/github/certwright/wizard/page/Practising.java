package io.github.certwright.wizard.page;

import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.settings.Settings;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Practice;
import io.github.certwright.wizard.control.Picker;
import java.util.function.Consumer;

/** "Practise": the main job in a pretend world, which ends with the last of its jobs. */
final class Practising {
  private final Desk desk;
  private final Dialogs dialogs;
  private final Picker picker;
  private final Consumer<Job> open;
  private boolean opening;

  /**
   * @param open walks through a job, on the window's thread
   */
  Practising(Desk desk, Dialogs dialogs, Picker picker, Consumer<Job> open) {
    this.desk = desk;
    this.dialogs = dialogs;
    this.picker = picker;
    this.open = open;
  }

  /** Makes the pretend world and opens the job. */
  void begin() {
    if (opening) {
      return;
    }
    opening = true;
    desk.background()
        .run(cancellation -> desk.services().practise())
        .onSuccess(practice -> new World(practice).begin())
        .onProblem(dialogs::tell)
        .andFinally(() -> opening = false);
  }

  /** One pretend world, shared by the job and those it leads to. */
  private final class World {
    private final Practice practice;
    private final Desk inside;
    private int jobs;

    World(Practice practice) {
      this.practice = practice;
      inside =
          new Desk(
              desk.text(),
              desk.background(),
              practice.services(),
              Settings.open(new ForgetfulStore()),
              desk.clock());
    }

    void begin() {
      WhereAnswer where = practice.where();
      where
          .upload()
          .ifPresent(
              upload -> {
                open(
                    CreateConnection.practice(
                        inside, dialogs, picker, practice.home(), upload, this::open));
                upload.signIn().close();
              });
    }

    /** The next job is counted before the one that leads to it is left. */
    private void open(Job job) {
      jobs++;
      open.accept(
          new Job(
              desk.text().of("start.practise.title"),
              job.pages(),
              job.flow(),
              () -> {
                job.closed().run();
                left();
              },
              desk.text().of("practice.notice")));
    }

    private void left() {
      jobs--;
      if (jobs == 0) {
        desk.background()
            .run(
                cancellation -> {
                  practice.close();
                  return practice;
                })
            .mustEnd();
      }
    }
  }
}
