// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.OdometerException;
import io.odometer.standalone.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class CommandLineTest {
  @Test
  void the_defaults_are_the_documented_ones() {
    var options = parsed();
    assertEquals(Path.of(".odometer"), options.data());
    assertEquals(
        Map.of("--port", 8080, "--control-port", 8090, "--s3-port", 9000, "--kafka-port", 9092),
        options.ports());
  }

  @Test
  void every_flag_is_heeded() {
    var options =
        parsed(
            "--data",
            "/d",
            "--port",
            "1",
            "--control-port=2",
            "--s3-port",
            "3",
            "--kafka-port",
            "4");
    var settings = options.settings(Map.of());
    assertEquals(Path.of("/d"), settings.data());
    assertEquals(1, settings.apiPort());
    assertEquals(2, settings.controlPort());
    assertEquals(3, settings.storePort());
    assertEquals(4, settings.kafkaPort());
  }

  @Test
  void the_samples_project_is_there_unless_the_user_names_projects() {
    var options = parsed();
    assertTrue(
        String.valueOf(options.settings(Map.of()).environment().get("ODOMETER_PROJECTS"))
            .contains("\"target\""));
    assertEquals(
        "{}",
        options.settings(Map.of("ODOMETER_PROJECTS", "{}")).environment().get("ODOMETER_PROJECTS"));
  }

  @Test
  void ports_in_use_are_all_told_with_their_flags() throws IOException {
    try (var one = listening();
        var two = listening()) {
      var failure =
          assertThrows(
              OdometerException.class,
              () ->
                  PortCheck.requireFree(
                      Map.of("--port", one.getLocalPort(), "--s3-port", two.getLocalPort())));
      assertTrue(
          failure
              .reason()
              .contains(
                  "port %d on 127.0.0.1 is in use; choose another with --port"
                      .formatted(one.getLocalPort())),
          failure.reason());
      assertTrue(failure.reason().contains("with --s3-port"), failure.reason());
    }
  }

  @Test
  void one_port_for_two_uses_is_told() {
    int port = Ports.free();
    var failure =
        assertThrows(
            OdometerException.class,
            () -> PortCheck.requireFree(Map.of("--port", port, "--s3-port", port)));
    assertTrue(failure.reason().contains("is given to both"), failure.reason());
  }

  @Test
  void any_free_ports_will_do() {
    assertDoesNotThrow(() -> PortCheck.requireFree(Map.of("--port", 0, "--s3-port", 0)));
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST));
  }

  private static RunOptions parsed(String... arguments) {
    var options = new RunOptions();
    new CommandLine(options).parseArgs(arguments);
    return options;
  }
}
