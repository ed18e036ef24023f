package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.SettingsChange;
import io.github.certwright.wizard.SignedIn;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the server has now beside what it is to have, as far as somebody has looked. */
final class CompareModel {
  private final UploadModel upload;
  private final Supplier<Optional<Sending>> sending;
  private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(new View.Nothing());

  /**
   * @param upload knows what the last trial sign-in read
   * @param sending what would be sent, if anything
   */
  CompareModel(UploadModel upload, Supplier<Optional<Sending>> sending) {
    this.upload = upload;
    this.sending = sending;
    upload.trialProperty().subscribe(_ -> settle());
  }

  ReadOnlyObjectProperty<View> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** Called when the review is shown. */
  void settle() {
    view.set(sending.get().map(this::view).orElseGet(View.Nothing::new));
  }

  /** Signs in, reads and signs out; asks about an unknown certificate first. */
  void look() {
    upload.testSignIn();
  }

  private View view(Sending what) {
    return switch (upload.trialProperty().get()) {
      case UploadModel.Trial.None() -> new View.Unknown();
      case UploadModel.Trial.Trying() -> new View.Looking();
      case UploadModel.Trial.Failed(Problem problem) -> new View.Failed(problem);
      case UploadModel.Trial.Worked(SignedIn who) ->
          who.now()
              .<View>map(
                  now ->
                      new View.Known(
                          new SettingsChange(
                              now, what.upload().tlsPort(), what.keystore(), what.sha256())))
              .orElseGet(() -> new View.Hidden(who.user()));
    };
  }

  /**
   * What would be sent.
   *
   * @param keystore name of the keystore file
   * @param sha256 lower-case hexadecimal digest of that file, when it is made already
   */
  record Sending(PlannedUpload upload, String keystore, Optional<String> sha256) {
    /** What a plan sends of what it makes. */
    static Optional<Sending> of(Plan plan) {
      return plan.upload()
          .map(
              planned ->
                  new Sending(planned, FileRole.SERVER_KEYSTORE.fileName(), Optional.empty()));
    }
  }

  /** What is known. */
  sealed interface View {
    /** Nothing is to be sent. */
    record Nothing() implements View {}

    /** Nobody has looked. */
    record Unknown() implements View {}

    /** Being looked at. */
    record Looking() implements View {}

    /** Setting by setting. */
    record Known(SettingsChange change) implements View {}

    /** This user may not see the settings. */
    record Hidden(String user) implements View {}

    /** It could not be read. */
    record Failed(Problem problem) implements View {}
  }
}
