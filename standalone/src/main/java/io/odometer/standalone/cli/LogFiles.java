// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.cli;

import java.nio.file.Path;
import java.util.List;

/** Sends the log to files of the data folder; the terminal is for what people asked. */
final class LogFiles {
  /** Others have no folder of their own, and may look at one where somebody else logs. */
  private static final List<String> RUNNING = List.of("up", "demo");

  private static final String FOLDER = "odometer.logs";
  private static final String CONFIGURATION = "logback.configurationFile";

  private LogFiles() {}

  /**
   * Comes before anything that logs, so before the options are parsed: the logging back end reads
   * its configuration once, at the first use.
   */
  static void prepare(String[] arguments) {
    if (!RUNNING.contains(List.of(arguments).stream().findFirst().orElse(""))) {
      System.setProperty(CONFIGURATION, "io/odometer/standalone/cli/logback-client.xml");
      return;
    }
    System.setProperty(FOLDER, dataFolder(List.of(arguments)).resolve("logs").toString());
    if (System.getProperty(CONFIGURATION) == null) {
      System.setProperty(CONFIGURATION, "io/odometer/standalone/cli/logback.xml");
    }
  }

  private static Path dataFolder(List<String> arguments) {
    int flag = arguments.lastIndexOf("--data");
    if (flag >= 0 && flag + 1 < arguments.size()) {
      return Path.of(arguments.get(flag + 1));
    }
    return arguments.stream()
        .filter(argument -> argument.startsWith("--data="))
        .reduce((first, last) -> last)
        .map(argument -> Path.of(argument.substring("--data=".length())))
        .orElse(Path.of(".odometer"));
  }
}
