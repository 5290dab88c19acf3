// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.json.Json;
import io.odometer.core.model.Model;
import io.odometer.core.model.Models;
import io.odometer.core.schema.Schema;
import io.odometer.core.store.Digests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads one version's folder: the manifest, then every file that it names, verified. */
final class ModelReader {
  private final Function<String, byte[]> files;

  ModelReader(Function<String, byte[]> files) {
    this.files = files;
  }

  ModelPackage read() {
    Manifest manifest =
        parse(ModelFiles.MANIFEST, files.apply(ModelFiles.MANIFEST), Manifest.class);
    Map<String, byte[]> content = new HashMap<>();
    ModelFiles.NEEDED.forEach(name -> content.put(name, verified(name, manifest)));
    Schema schema = parse(content, ModelFiles.SCHEMA, Schema.class);
    FeaturePipeline pipeline = parse(content, ModelFiles.PIPELINE, FeaturePipeline.class);
    Model model = Models.read(Objects.requireNonNull(content.get(ModelFiles.MODEL)));
    List<CheckRow> checks = List.of(parse(content, ModelFiles.CHECKS, CheckRow[].class));
    agree(manifest, schema, pipeline, model, checks);
    return new ModelPackage(manifest, schema, pipeline, model, checks);
  }

  private byte[] verified(String name, Manifest manifest) {
    String digest = manifest.files().get(name);
    if (digest == null) {
      throw corrupt(ModelFiles.MANIFEST, "it does not name " + name);
    }
    byte[] content = files.apply(name);
    String found = Digests.sha256(content);
    if (!found.equals(digest)) {
      throw corrupt(
          name,
          "%,d bytes with sha-256 %s, but the manifest says %s"
              .formatted(content.length, found, digest));
    }
    return content;
  }

  private static <T> T parse(Map<String, byte[]> content, String name, Class<T> type) {
    return parse(name, Objects.requireNonNull(content.get(name)), type);
  }

  private static <T> T parse(String name, byte[] content, Class<T> type) {
    try {
      @Nullable T value = Json.read(content, type);
      if (value == null) {
        throw corrupt(name, "it holds null");
      }
      return value;
    } catch (JacksonException | IllegalArgumentException | NullPointerException malformed) {
      throw new OdometerException(
          Errors.MODEL_CORRUPT, name + " cannot be used: " + firstLine(malformed), malformed);
    }
  }

  private static String firstLine(RuntimeException malformed) {
    String message =
        malformed instanceof JacksonException json
            ? json.getOriginalMessage()
            : String.valueOf(malformed.getMessage());
    return message.lines().findFirst().orElse("");
  }

  private static void agree(
      Manifest manifest,
      Schema schema,
      FeaturePipeline pipeline,
      Model model,
      List<CheckRow> checks) {
    int made = pipeline.names().size();
    if (schema.fingerprint() != pipeline.schema().fingerprint()) {
      throw corrupt(ModelFiles.PIPELINE, "it is fitted to another schema");
    }
    if (made != model.featureCount()) {
      throw corrupt(
          ModelFiles.MODEL,
          "it takes %d features, the pipeline makes %d".formatted(model.featureCount(), made));
    }
    if (!schema.target().equals(manifest.target())) {
      throw corrupt(ModelFiles.SCHEMA, "its target is not the manifest's");
    }
    if (checks.isEmpty()) {
      throw corrupt(ModelFiles.CHECKS, "it has no rows");
    }
  }

  private static OdometerException corrupt(String name, String why) {
    return new OdometerException(Errors.MODEL_CORRUPT, "%s is corrupt: %s".formatted(name, why));
  }
}
