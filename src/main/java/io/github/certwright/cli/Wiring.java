package io.github.certwright.cli;

import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Pins;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * What the commands work with; made in {@code Main}, and otherwise in tests.
 *
 * @param bench this computer, for a language
 * @param server what talks to servers
 * @param pins server certificates the person has agreed to
 * @param waiting requests that wait for an authority's answer
 * @param notices what is to be said beside a command's own end, once
 * @param version of Certwright
 * @param halt ends the process at once with an exit code, when an interrupted job has ended
 *     otherwise than cancelled
 */
public record Wiring(
    Function<Text, Workbench> bench,
    ServerTools server,
    Pins pins,
    WaitingRequests waiting,
    Supplier<List<Problem>> notices,
    String version,
    IntConsumer halt) {}
