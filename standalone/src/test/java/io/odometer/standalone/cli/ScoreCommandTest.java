// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.standalone.Ports;
import io.odometer.standalone.score.ScoreRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What can be told without a system that scores. */
final class ScoreCommandTest {
  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "b");

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path file = Path.of("");
  private Path output = Path.of("");

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.writeString(folder.resolve("one.csv"), "a\n1\n");
    output = folder.resolve("out.csv");
  }

  @Test
  void every_flag_is_heeded() throws IOException {
    Path job = Files.writeString(folder.resolve("job.json"), "{}");
    ScoreRequest request =
        parsed(file, "--project", "p", "-o", output, "--again", "--job", job, "--no-wait")
            .request();
    assertEquals(file, request.file());
    assertEquals("p", request.project().value());
    assertEquals(output, request.output());
    assertEquals(Optional.of(job), request.job());
    assertTrue(request.again());
    assertFalse(request.waits());
  }

  @Test
  void it_waits_for_a_champion_unless_told_not_to() {
    ScoreRequest request = parsed(file, "--project", "p", "-o", output).request();
    assertTrue(request.waits());
    assertFalse(request.again());
    assertEquals(Optional.empty(), request.job());
  }

  @Test
  void bad_usage_has_a_line_and_a_status_of_its_own() throws IOException {
    Path manifest = Files.writeString(folder.resolve("many.manifest"), "[]");
    assertMisuse("there is no file", folder.resolve("none.csv"), "--project", "p", "-o", output);
    assertMisuse("ends in none of", job(), "--project", "p", "-o", output);
    assertMisuse("is a list of files", manifest, "--project", "p", "-o", output);
    assertMisuse("is a folder", file, "--project", "p", "-o", folder);
    assertMisuse("no folder for", file, "--project", "p", "-o", folder.resolve("no/out.csv"));
    assertMisuse("project name", file, "--project", "P!", "-o", output);
    assertEquals(2, status(KEYS, file, "-o", output));
  }

  @Test
  void what_is_given_is_not_written_over() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    Path rejects = Files.writeString(folder.resolve("one.csv.rejects.csv"), "a\n");
    String message = "name another output";
    assertMisuse(message, file, "--project", "p", "-o", file);
    assertMisuse(message, file, "--project", "p", "-o", folder.resolve(".").resolve("one.csv"));
    assertMisuse(message, file, "--project", "p", "-o", link);
    assertMisuse(message, link, "--project", "p", "-o", file);
    assertMisuse(message, rejects, "--project", "p", "-o", file);
    assertMisuse(message, file, "--project", "p", "--job", job(), "-o", job());
    assertEquals("a\n1\n", Files.readString(file));
  }

  @Test
  void a_system_that_does_not_run_is_told_in_a_line() {
    String nobody = "http://127.0.0.1:" + Ports.free();
    int status = status(KEYS, file, "--project", "p", "-o", output, "--s3", nobody);
    assertEquals(1, status);
    assertEquals(
        "odometer: no S3 store at %s: does Odometer run there?".formatted(nobody), said().strip());
  }

  @Test
  void missing_credentials_are_told_with_the_places_where_they_may_be() {
    int status = status(Map.of(), file, "--project", "p", "-o", output, "--data", folder);
    assertEquals(1, status);
    assertTrue(said().contains("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"), said());
    assertEquals(1, said().lines().count());
  }

  private Path job() throws IOException {
    return Files.writeString(folder.resolve("job.json"), "{}");
  }

  private void assertMisuse(String message, Object... arguments) {
    said.reset();
    assertEquals(2, status(KEYS, arguments), said());
    assertTrue(said().contains(message), said());
    assertEquals(1, said().lines().count());
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private int status(Map<String, String> environment, Object... arguments) {
    return line(command(environment)).execute(texts(arguments));
  }

  private ScoreCommand parsed(Object... arguments) {
    ScoreCommand command = command(KEYS);
    line(command).parseArgs(texts(arguments));
    return command;
  }

  private static CommandLine line(ScoreCommand command) {
    return new CommandLine(command).setErr(new PrintWriter(Writer.nullWriter()));
  }

  private ScoreCommand command(Map<String, String> environment) {
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new ScoreCommand(environment, err, err);
  }

  private static String[] texts(Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return texts;
  }
}
