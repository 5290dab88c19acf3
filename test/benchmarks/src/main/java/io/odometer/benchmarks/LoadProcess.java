// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process of these benchmarks that is talked to line by line. */
final class LoadProcess implements AutoCloseable {
  private final Process process;
  private final Writer input;
  private final BufferedReader output;

  LoadProcess(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    input = process.outputWriter();
    output = process.inputReader();
  }

  String ask(String line) throws IOException {
    input.write(line + "\n");
    input.flush();
    return hear();
  }

  String hear() throws IOException {
    String answer = output.readLine();
    if (answer == null) {
      throw new IOException("the process ended; see above");
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    input.close();
    process.destroy();
  }
}
