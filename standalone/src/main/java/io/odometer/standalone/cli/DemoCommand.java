// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.cli;

import io.odometer.core.error.OdometerException;
import io.odometer.standalone.Standalone;
import io.odometer.standalone.demo.Demos;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything and shows the whole job on the sample table. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Runs everything and trains on and scores the sample table, step by step.")
final class DemoCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Option(names = "--exit", description = "stop after the demo; status 0 if all of it went well")
  private boolean exit;

  @Override
  public Integer call() {
    var session = new Session(options, System.out, System.err);
    return session.run(standalone -> show(session, standalone));
  }

  private void show(Session session, Standalone standalone) {
    if (exit) {
      Demos.run(standalone, session.data(), System.out);
      return;
    }
    try {
      Demos.run(standalone, session.data(), System.out);
    } catch (OdometerException failure) {
      session.failed(failure, failure.reason());
    }
    System.out.printf("%nOdometer goes on running; Ctrl-C stops it.%n");
    Session.waitForSignal();
  }
}
