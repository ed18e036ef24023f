package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.control.Picker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The pages of "I have a certificate already", and how one leads to the next. */
public final class StartFromExisting {
  private final ExistingModel existing;
  private final PasswordsModel passwords;
  private final MakingFiles making;

  private StartFromExisting(Desk desk) {
    existing = new ExistingModel(desk);
    passwords = new PasswordsModel(desk);
    making =
        new MakingFiles(desk, existing::material, passwords::answer, "import", "review.complete");
  }

  /**
   * The job.
   *
   * @param open walks through another job instead of this one
   */
  public static Job job(Desk desk, Dialogs dialogs, Picker picker, Consumer<Job> open) {
    StartFromExisting all = new StartFromExisting(desk);
    Text text = desk.text();
    List<Page> pages =
        new ArrayList<>(
            List.of(
                new ExistingPage(text, all.existing, picker),
                new PasswordsPage(text, all.passwords)));
    int before = pages.size();
    pages.addAll(all.making.pages(dialogs, picker, open));
    Flow flow = AskAuthority.flow(pages);
    all.making.follow(flow, before);
    return new Job(text.of("use.existing.title"), pages, flow, all::close);
  }

  private void close() {
    existing.wipe();
    passwords.wipe();
    making.close();
  }
}
