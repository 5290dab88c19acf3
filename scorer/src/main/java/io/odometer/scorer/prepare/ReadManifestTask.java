// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.scoring.ManifestContent;
import io.odometer.core.scoring.ManifestInput;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.ObjectVersion;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import io.odometer.scorer.plan.InputObjects;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The task {@code read-manifest}: the files that a manifest names. */
public final class ReadManifestTask implements TaskHandler {
  private static final int MOST_BYTES = 1 << 20;

  private final ObjectStore store;

  public ReadManifestTask(ObjectStore store) {
    this.store = store;
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    ManifestInput typed = Json.fromTree(input, ManifestInput.class);
    ObjectVersion manifest = typed.object().known();
    ManifestReader reader = new ManifestReader(store, typed.project(), manifest.key());
    return Json.toTree(new ManifestContent(reader.read(content(manifest))));
  }

  private JsonNode content(ObjectVersion manifest) {
    if (manifest.size() > MOST_BYTES) {
      throw invalid(manifest, "it has more than %,d bytes".formatted(MOST_BYTES), null);
    }
    try (ObjectContent content = InputObjects.whole(store, manifest)) {
      return Json.tree(content.stream().readAllBytes());
    } catch (JacksonException malformed) {
      throw invalid(manifest, "it is not JSON: " + malformed.getOriginalMessage(), malformed);
    } catch (IOException broken) {
      throw new OdometerException(
          Errors.STORE_UNAVAILABLE, "reading " + manifest.key() + " broke off", broken);
    }
  }

  private static OdometerException invalid(
      ObjectVersion manifest, String why, @Nullable Exception cause) {
    return new OdometerException(Errors.MANIFEST_INVALID, manifest.key() + ": " + why, cause);
  }
}
