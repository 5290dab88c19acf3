// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs everything until told to stop. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Runs everything in one process until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    var session = new Session(options, System.out, System.err);
    return session.run(
        standalone -> {
          Welcome.printFirstSteps(System.out, standalone.addresses(), session.data());
          Session.waitForSignal();
        });
  }
}
