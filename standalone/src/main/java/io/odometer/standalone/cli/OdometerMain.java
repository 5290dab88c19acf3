// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code odometer}. */
@Command(
    name = "odometer",
    mixinStandardHelpOptions = true,
    subcommands = {UpCommand.class, DemoCommand.class, ScoreCommand.class},
    description = "A self-hosted ML platform: a CSV in a bucket becomes a served model.")
public final class OdometerMain {
  private OdometerMain() {}

  public static void main(String[] arguments) {
    LogFiles.prepare(arguments);
    System.exit(new CommandLine(new OdometerMain()).execute(arguments));
  }
}
