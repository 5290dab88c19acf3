// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job, on one installation; each test has a project of its own. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrainingTest {
  private Installation installation;

  @BeforeAll
  void start(@TempDir Path folder) {
    installation = Installation.started(folder);
  }

  @AfterAll
  void stop() {
    installation.close();
  }

  @Test
  void a_csv_in_the_bucket_becomes_an_answer() {
    installation.makeProject("good", Tables.QUICK);
    installation.drop("good", "one.csv", Tables.learnable(800, 1));
    assertSucceeded(installation.awaitEnd("good", 1));
    JsonNode prediction = installation.awaitPrediction("good", Tables.ROW).path("predictions");
    assertEquals(1, prediction.size());
    double value = prediction.path(0).path("value").asDouble();
    // 20,000 - 3 * 800 - 120
    assertTrue(Math.abs(value - 17_480) < 700, "predicted " + value);
    assertEquals(2, prediction.path(0).path("members").size());
    assertEquals(List.of("champion", "champion"), stages("good"));
  }

  @Test
  void a_worse_version_is_rejected_with_the_reason_and_the_endpoint_answers_as_before() {
    installation.makeProject("gate", Tables.QUICK);
    installation.drop("gate", "one.csv", Tables.learnable(800, 2));
    assertSucceeded(installation.awaitEnd("gate", 1));
    JsonNode before = predictions("gate");
    installation.makeProject(
        "gate",
        """
        {"target": "price", "quietPeriod": "PT0S",
         "algorithms": {"xgboost": {"max_depth": 1, "num_round": 1}}}
        """);
    assertEquals(202, installation.control("POST", "/api/projects/gate/train", "{}").status());
    assertSucceeded(installation.awaitEnd("gate", 2));
    JsonNode newest = installation.models("gate").getFirst();
    assertEquals("rejected", newest.path("stage").asString());
    assertTrue(newest.path("reason").asString().contains("RMSE"), newest.toString());
    assertEquals(before, predictions("gate"));
  }

  @Test
  void a_file_for_an_unknown_project_is_told_and_trained_once_the_project_exists() {
    installation.drop("later", "one.csv", Tables.learnable(400, 3));
    installation.await(
        "an event about the unclaimed file",
        () ->
            installation.events("later").stream()
                .filter(event -> event.path("type").asString().equals("object.unclaimed"))
                .findFirst());
    installation.makeProject("later", Tables.QUICK);
    assertSucceeded(installation.awaitEnd("later", 1));
  }

  @Test
  void bad_files_end_in_a_named_error_and_the_next_good_one_trains() {
    installation.makeProject("bad", Tables.QUICK);
    int count = 0;
    for (BadFile bad : badFiles()) {
      installation.drop("bad", "one.csv", bad.content());
      JsonNode end = installation.awaitEnd("bad", ++count);
      assertEquals("FAILED", end.path("status").asString(), bad.error());
      assertEquals(bad.error(), end.path("error").asString(), end.path("cause").asString());
    }
    installation.drop("bad", "one.csv", Tables.learnable(400, 4));
    assertSucceeded(installation.awaitEnd("bad", ++count));
  }

  /** A file and the error that it ends in. */
  private record BadFile(byte[] content, String error) {}

  private static List<BadFile> badFiles() {
    return List.of(
        new BadFile(new byte[0], "Data.Empty"),
        new BadFile(bytes("kind,age,price\n"), "Data.Empty"),
        new BadFile(bytes("kind,age\nlarge,3\nsmall,4\n"), "Schema.TargetMissing"),
        new BadFile(bytes("age,price\n" + "3,\n4,N/A\n".repeat(200)), "Schema.TargetEmpty"),
        new BadFile(constantTarget(), "Schema.TargetConstant"),
        new BadFile(bytes("age,price\n3,100\n"), "Data.TooFewRows"),
        new BadFile(binary(), "Data.Malformed"),
        new BadFile(
            bytes("kind,age,price\n\"never closed" + ",3,5\nx".repeat(300)), "Data.Malformed"));
  }

  private static byte[] constantTarget() {
    var text = new StringBuilder("age,price\n");
    for (int i = 0; i < 400; i++) {
      text.append(i).append(",100\n");
    }
    return bytes(text.toString());
  }

  private static byte[] binary() {
    byte[] noise = new byte[20_000];
    new Random(5).nextBytes(noise);
    return noise;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private JsonNode predictions(String project) {
    return installation.awaitPrediction(project, Tables.ROW).path("predictions");
  }

  private List<String> stages(String project) {
    return installation.models(project).stream()
        .map(model -> model.path("stage").asString())
        .toList();
  }

  private static void assertSucceeded(JsonNode execution) {
    assertEquals("SUCCEEDED", execution.path("status").asString(), why(execution));
  }

  private static String why(JsonNode execution) {
    return execution.path("error").asString("") + ": " + execution.path("cause").asString("");
  }
}
