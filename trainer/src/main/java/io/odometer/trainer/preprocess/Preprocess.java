// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import io.odometer.core.json.Json;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.PreprocessInput;
import io.odometer.platform.lifecycle.FileTrees;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code preprocess}: {@link PreprocessInput} to {@link
 * io.odometer.core.training.PreparedData}. Rows pass through the local disk, so memory does not
 * grow with them but for the numbers to predict. Safe for use by many threads.
 */
public final class Preprocess implements TaskHandler {
  private final ObjectStore store;
  private final PreprocessLimits limits;

  public Preprocess(ObjectStore store, PreprocessLimits limits) {
    this.store = store;
    this.limits = limits;
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    PreprocessInput typed = Json.fromTree(input, PreprocessInput.class);
    try {
      Path scratch = Files.createTempDirectory("odometer-preprocess-");
      try {
        return Json.toTree(new Preparation(store, limits, context, typed, scratch).run());
      } finally {
        FileTrees.delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the local disk failed", e);
    }
  }
}
