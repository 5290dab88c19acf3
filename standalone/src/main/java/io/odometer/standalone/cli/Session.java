// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.cli;

import io.odometer.core.error.OdometerException;
import io.odometer.platform.config.ConfigurationException;
import io.odometer.standalone.Standalone;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a standalone instance for one command, and turns failures into a line and a status. */
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final RunOptions options;
  private final PrintStream out;
  private final PrintStream err;

  Session(RunOptions options, PrintStream out, PrintStream err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts, does the work, and stops.
   *
   * @return the status of the process: 0, or 1 after a failure
   */
  int run(Consumer<Standalone> work) {
    try {
      PortCheck.requireFree(options.ports());
      out.println("Starting Odometer ...");
      try (var standalone = new Standalone(options.settings(System.getenv()))) {
        var hook = new Thread(standalone::close, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        standalone.start();
        Welcome.print(out, standalone.addresses(), data());
        work.accept(standalone);
      }
      return 0;
    } catch (OdometerException | ConfigurationException failure) {
      return failed(failure, String.valueOf(failure.getMessage()));
    } catch (RuntimeException failure) {
      return failed(failure, failure + "; more in " + data().resolve("logs"));
    }
  }

  Path data() {
    return options.data();
  }

  /** Until the process is told to stop. */
  static void waitForSignal() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int failed(RuntimeException failure, String message) {
    LOG.error("stopped by a failure", failure);
    message.lines().forEach(line -> err.println("odometer: " + line));
    return 1;
  }
}
