// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.json.Json;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.PutCondition;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.store.StoreSettings;
import io.odometer.standalone.Ports;
import io.odometer.standalone.cli.OdometerMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Everything dies at once, in the middle of a job. */
@Timeout(600)
final class KillTest {
  private static final String SLOW =
      """
      {"target": "price", "quietPeriod": "PT0S",
       "algorithms": {"xgboost": {"num_round": 3000, "learning_rate": 0.01,
                                  "early_stopping_rounds": 3000}, "linear": {}}}
      """;

  @TempDir private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void a_job_cut_off_by_a_kill_ends_once_after_the_restart() throws Exception {
    int control = Ports.free();
    int store = Ports.free();
    Process first = launched(control, store);
    try {
      awaitReady(first);
      call("PUT", control, "/api/projects/killed", SLOW);
      drop(store, Tables.learnable(3000, 7));
      awaitTraining(control);
    } finally {
      first.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
    try (var installation = Installation.started(folder)) {
      JsonNode end = installation.awaitEnd("killed", 1);
      assertEquals("SUCCEEDED", end.path("status").asString(), end.path("cause").asString());
      assertEquals(200, installation.api("GET", "/health/ready", "").status());
      installation.awaitPrediction("killed", Tables.ROW);
      assertEquals(1, installation.executions("killed").size());
      assertEquals(2, installation.models("killed").size());
    }
  }

  private Process launched(int control, int store) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx700m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            OdometerMain.class.getName(),
            "up",
            "--data=" + folder,
            "--port=0",
            "--control-port=" + control,
            "--s3-port=" + store,
            "--kafka-port=" + Ports.free())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void awaitReady(Process process) throws IOException {
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    while (line != null && !line.equals("Odometer is ready")) {
      line = output.readLine();
    }
    assertEquals("Odometer is ready", line);
  }

  private void drop(int port, String content) throws IOException {
    var keys = new Properties();
    keys.load(new StringReader(Files.readString(folder.resolve("credentials"))));
    var settings =
        new StoreSettings(
            URI.create("http://127.0.0.1:" + port),
            keys.getProperty("AWS_ACCESS_KEY_ID", ""),
            keys.getProperty("AWS_SECRET_ACCESS_KEY", ""),
            "us-east-1");
    try (var client = new S3ObjectStore(settings)) {
      client.put(
          new ObjectKey(Buckets.TRAINING, "killed/one.csv"),
          content.getBytes(StandardCharsets.UTF_8),
          new PutCondition.Always());
    }
  }

  /** Until a model is being trained and has told so. */
  private void awaitTraining(int control) throws Exception {
    while (true) {
      JsonNode executions = call("GET", control, "/api/executions?project=killed", "");
      for (JsonNode execution : executions.path("executions")) {
        String id = execution.path("id").asString();
        JsonNode states = call("GET", control, "/api/executions/" + id, "").path("states");
        if (states.valueStream().anyMatch(KillTest::isTraining)) {
          return;
        }
      }
    }
  }

  private static boolean isTraining(JsonNode state) {
    return state.path("path").asString().endsWith("/Train")
        && state.path("status").asString().equals("RUNNING");
  }

  private JsonNode call(String method, int port, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return Json.tree(http.send(request, BodyHandlers.ofString()).body());
  }
}
