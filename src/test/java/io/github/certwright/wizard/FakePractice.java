package io.github.certwright.wizard;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A practice in a world that is made up itself. */
public record FakePractice(FakeServices services) implements Practice {
  @Override
  public Path home() {
    return services.home;
  }

  @Override
  public WhereAnswer where() {
    return new WhereAnswer(
        services.home.resolve("files").toString(),
        false,
        Optional.empty(),
        List.of(),
        Optional.of(
            new UploadAnswer(
                "https://127.0.0.1:20001",
                new UploadAnswer.UserPassword("Administrator", Secret.ofText("Practice-horse9")),
                20002)));
  }

  @Override
  public void close() {
    services.asked.add("practice over");
  }
}
