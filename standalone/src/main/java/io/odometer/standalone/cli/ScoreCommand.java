// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.cli;

import io.odometer.core.error.OdometerException;
import io.odometer.core.project.ProjectName;
import io.odometer.platform.config.ConfigurationException;
import io.odometer.standalone.score.ScoreRequest;
import io.odometer.standalone.score.ScoreTarget;
import io.odometer.standalone.score.Scores;
import java.io.Console;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores a file on a system that runs already. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = {
      "Scores a file on a running system and fetches the result.",
      "S3 credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, else those in --data."
          + " The control API's token, if it has one: ODOMETER_TOKEN."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {"0:scored", "1:not scored; the reason is printed", "2:used wrongly"})
final class ScoreCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  @Parameters(paramLabel = "FILE", description = "CSV, JSON Lines (gzip too) or Parquet")
  private Path file = Path.of("");

  @Option(
      names = "--project",
      paramLabel = "P",
      required = true,
      description = "whose champions score")
  private String project = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "the scored file; rejected rows go to OUT.rejects.csv")
  private Path output = Path.of("");

  @Option(names = "--again", description = "score it although these versions have scored it before")
  private boolean again;

  @Option(names = "--job", paramLabel = "JSON-FILE", description = "settings for this file")
  private @Nullable Path job;

  @Option(
      names = "--no-wait",
      description = "fail where the project has no champion yet, instead of waiting for one")
  private boolean noWait;

  @Option(
      names = "--control",
      paramLabel = "URL",
      description = "of the control API (default: ${DEFAULT-VALUE})")
  private URI control = URI.create("http://localhost:" + ScoreTarget.CONTROL_PORT);

  @Option(
      names = "--s3",
      paramLabel = "URL",
      description = "of the S3 store (default: ${DEFAULT-VALUE})")
  private URI store = URI.create("http://localhost:" + ScoreTarget.STORE_PORT);

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder of the running instance (default: ${DEFAULT-VALUE})")
  private Path data = ScoreTarget.DATA;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  ScoreCommand() {
    this(System.getenv(), System.out, System.err);
  }

  ScoreCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    try {
      ScoreRequest request = request();
      Scores.run(request, ScoreTarget.of(control, store, data, environment), out, isTerminal());
      return 0;
    } catch (IllegalArgumentException misuse) {
      return say(MISUSED, misuse);
    } catch (OdometerException | ConfigurationException | UncheckedIOException failure) {
      return say(FAILED, failure);
    }
  }

  ScoreRequest request() {
    return new ScoreRequest(
        file, new ProjectName(project), output, Optional.ofNullable(job), again, !noWait);
  }

  private int say(int status, RuntimeException failure) {
    String.valueOf(failure.getMessage()).lines().forEach(line -> err.println("odometer: " + line));
    return status;
  }

  @SuppressWarnings("SystemConsoleNull") // It may be, by a flag of the JVM.
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
