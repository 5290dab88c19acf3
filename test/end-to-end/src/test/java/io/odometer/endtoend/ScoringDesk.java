// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import io.odometer.core.json.Json;
import io.odometer.core.project.ProjectName;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where one project's files are handed in to be scored, and handed out. */
record ScoringDesk(Installation installation, String project) {
  void drop(String name, byte[] content) {
    installation.put(input(name), content);
  }

  void drop(String name, String content) {
    drop(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts a file where only a list finds it. */
  void shelve(String path, String content) {
    installation.put(
        new ObjectKey(Buckets.SCORING, project + "/" + path),
        content.getBytes(StandardCharsets.UTF_8));
  }

  /** Drops a file and returns its execution as it ended. */
  JsonNode end(String name, byte[] content) {
    drop(name, content);
    return end(name);
  }

  /** The end of the newest execution about the file. */
  JsonNode end(String name) {
    return installation.awaitEnd(execution(name, false));
  }

  JsonNode again(String name) {
    return installation.awaitEnd(execution(name, true));
  }

  /** Ordering what is started already is answered with the same execution. */
  String execution(String name, boolean again) {
    JsonNode order = Json.object().put("input", name).put("again", again);
    var answer =
        installation.control("POST", "/api/projects/" + project + "/score", Json.text(order));
    if (answer.status() != 202) {
      throw new IllegalStateException("the order was refused: " + answer);
    }
    return answer.body().path("id").asString();
  }

  String output(String name) {
    return text(ScoringObjects.output(owner(), input(name))).orElseThrow();
  }

  Optional<String> rejects(String name) {
    return text(ScoringObjects.rejects(owner(), input(name)));
  }

  Optional<JsonNode> manifest(String name) {
    return text(ScoringObjects.manifest(owner(), input(name))).map(Json::tree);
  }

  /** Of a file that a list names. */
  Optional<String> outputOf(String path) {
    ObjectKey key = new ObjectKey(Buckets.SCORING, project + "/" + path);
    return text(ScoringObjects.output(owner(), key));
  }

  private Optional<String> text(ObjectKey key) {
    return installation.find(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private ObjectKey input(String name) {
    return ScoringObjects.input(owner(), name);
  }

  private ProjectName owner() {
    return new ProjectName(project);
  }
}
