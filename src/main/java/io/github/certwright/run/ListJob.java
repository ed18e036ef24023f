package io.github.certwright.run;

import io.github.certwright.answers.ListAnswers;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.ListPlan;
import io.github.certwright.plan.ListPlanner;
import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.plan.ServerList;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Issues certificates for a whole list of servers from our own root authority. */
public final class ListJob {
  private static final int LARGEST_LIST = 10 * 1024 * 1024;

  private static final String BAD_LINE = "authority.list.problem.line";

  private final Workbench bench;

  public ListJob(Workbench bench) {
    this.bench = bench;
  }

  /**
   * Reads a list; what is wrong with its lines is for {@link #plan} to say.
   *
   * @throws ProblemException when the file cannot be read or is no text
   */
  public ServerList read(Path csv) throws ProblemException {
    byte[] bytes;
    try {
      bytes = PairReader.bytes(csv, LARGEST_LIST);
    } catch (ProblemException e) {
      throw new ProblemException(e.problem().at("authority.list"), e);
    }
    if (bytes.length > LARGEST_LIST) {
      throw new ProblemException(
          Problem.of("authority.list", "authority.list.problem.tooLarge", csv));
    }
    try {
      return ServerList.read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          Problem.of("authority.list", "authority.list.problem.notText", csv), e);
    }
  }

  /** Whether a problem is about one line of a list; its number is the first argument. */
  public static boolean isBadLine(Problem problem) {
    return problem.key().equals(BAD_LINE);
  }

  /**
   * The plan with all warnings, or all problems: every bad line with its number. Reads the disk,
   * writes nothing.
   */
  public Checked<ListPlan> plan(ListAnswers answers, ServerList list, OpenAuthority authority) {
    return ListPlanner.plan(
        answers,
        list,
        authority.name(),
        authority::within,
        line ->
            Problem.of(
                    "authority.list",
                    BAD_LINE,
                    line.number(),
                    bench.text().problem(line.problem()).what())
                .withDetail(line.problem().key()),
        new Survey(bench.machine(), bench.clock()).of(answers.where()));
  }

  /**
   * Issues all certificates, on every core, and writes nothing.
   *
   * @param heard is told the line of each server when its files are made
   * @throws java.util.concurrent.CancellationException when the flag is raised
   */
  public void make(
      ListPlan plan,
      OpenAuthority authority,
      ListAnswers answers,
      Cancellation cancellation,
      IntConsumer heard)
      throws ProblemException {
    new ListIssue(bench, authority.authority(), plan, answers.password())
        .run(
            cancellation,
            made -> {
              made.wipe();
              heard.accept(made.server().line());
            });
  }

  /**
   * Issues all certificates, on every core, and writes them as they come; on cancel or failure
   * everything is as it was.
   *
   * @param answers the same that gave the plan; only their secrets are used
   */
  public Finished run(
      ListPlan plan,
      OpenAuthority authority,
      ListAnswers answers,
      Progress progress,
      Cancellation cancellation) {
    FileWork work =
        new FileWork(bench, "authority issue", plan.folder(), plan.steps(), progress, cancellation);
    return work.run(
        plan.newFolder(),
        transaction -> {
          work.about(authority.facts());
          work.steps().running("issue");
          ListWriter writer = new ListWriter(transaction, plan, answers.replace());
          int all = plan.servers().size();
          new ListIssue(bench, authority.authority(), plan, answers.password())
              .run(
                  cancellation,
                  made -> {
                    writer.add(made);
                    work.steps().fraction("issue", (double) writer.count() / all);
                  });
          writer.finish();
          work.steps().done("issue");
          byte[] pass = ClientPassword.write(answers.client());
          try {
            for (PlannedFile file : plan.shared()) {
              work.write(transaction, file, shared(file.role(), plan, authority, answers, pass));
            }
          } finally {
            Arrays.fill(pass, (byte) 0);
          }
          work.wrote(writer.written());
        });
  }

  private static byte[] shared(
      FileRole role, ListPlan plan, OpenAuthority authority, ListAnswers answers, byte[] pass) {
    return switch (role) {
      case CLIENT_STORE ->
          KeystoreWriter.client(
              plan.format(), answers.alias(), authority.certificate(), answers.client());
      case CLIENT_PASSWORD -> pass;
      default -> AuthorityJob.pem(authority.certificate());
    };
  }
}
