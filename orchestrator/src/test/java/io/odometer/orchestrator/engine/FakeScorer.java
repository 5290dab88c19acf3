// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.error.ErrorName;
import io.odometer.core.json.Json;
import io.odometer.core.scoring.PrepareInput;
import io.odometer.core.scoring.Prepared;
import io.odometer.core.scoring.PublishInput;
import io.odometer.core.scoring.Published;
import io.odometer.core.scoring.ScoringCounts;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.scoring.ScoringRange;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Does a scorer's tasks in no time: the answers have the real shapes. */
final class FakeScorer {
  private @Nullable ErrorName failure;

  /** From now on no file can be prepared. */
  void fail(ErrorName error) {
    failure = error;
  }

  TaskReport work(TaskCommand command) {
    return failure != null
        ? new TaskReport.Failed(command.execution(), command.taskId(), failure, "as told")
        : new TaskReport.Succeeded(command.execution(), command.taskId(), output(command));
  }

  private static JsonNode output(TaskCommand command) {
    return switch (command.resource().task()) {
      case "preprocess" -> Json.toTree(prepared(command));
      case "score" -> command.input().path("plan");
      case "publish" -> Json.toTree(published(command));
      default -> throw new IllegalArgumentException("no such task: " + command.resource());
    };
  }

  /** The plan's key is the file's, so that publishing knows it. */
  private static Prepared prepared(TaskCommand command) {
    PrepareInput input = Json.fromTree(command.input(), PrepareInput.class);
    return new Prepared(
        Prepared.READY, input.object().key(), List.of(new ScoringRange(0, 0, 10, 1)));
  }

  private static Published published(TaskCommand command) {
    ObjectKey key = Json.fromTree(command.input(), PublishInput.class).plan();
    return new Published(
        key,
        ScoringObjects.output(EngineInMemory.PROJECT, key),
        ScoringObjects.manifest(EngineInMemory.PROJECT, key),
        new ScoringCounts(1, 1, 0));
  }
}
