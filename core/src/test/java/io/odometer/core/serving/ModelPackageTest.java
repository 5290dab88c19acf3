// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.model.LinearModel;
import io.odometer.core.project.Range;
import io.odometer.core.store.Digests;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ModelPackageTest {
  private final Map<String, byte[]> folder = new LinkedHashMap<>(SmallModels.folder());

  @Test
  void what_was_written_is_loaded_and_predicts_the_same_bits() {
    ModelPackage loaded = load();

    loaded.verify();
    assertEquals("uk/linear/v1", loaded.manifest().id().toString());
    assertEquals(3, loaded.checks().size());
    assertEquals(loaded.schema(), loaded.pipeline().schema());
    CheckRow check = loaded.checks().getFirst();
    assertTrue(check.agrees(loaded.scorer().score(SmallModels.RECORDS.getFirst())));
  }

  @Test
  void the_manifest_is_written_last_and_the_bytes_are_the_same_each_time() {
    assertEquals(ModelFiles.MANIFEST, SmallModels.folder().lastEntry().getKey());
    SmallModels.folder().forEach((name, bytes) -> assertArrayEquals(folder.get(name), bytes, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {ModelFiles.MODEL, ModelFiles.PIPELINE, ModelFiles.SCHEMA, ModelFiles.CHECKS})
  void one_changed_byte_is_found_and_the_file_named(String name) {
    byte[] bytes = file(name).clone();
    bytes[bytes.length / 2] ^= 1;
    folder.put(name, bytes);

    assertCorrupt(name);
  }

  @Test
  void a_manifest_that_is_cut_off_is_corrupt() {
    byte[] manifest = file(ModelFiles.MANIFEST);
    folder.put(ModelFiles.MANIFEST, Arrays.copyOf(manifest, manifest.length / 2));

    assertCorrupt(ModelFiles.MANIFEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "execution", "createdAt", "target", "files", "split", "metrics"})
  void a_manifest_without_a_field_is_corrupt(String field) {
    changeManifest(manifest -> manifest.remove(field));

    assertTrue(assertCorrupt(ModelFiles.MANIFEST).reason().contains(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "a/b", "", "manifest.json"})
  void a_manifest_cannot_name_what_is_outside_its_folder(String name) {
    changeManifest(
        manifest -> ((ObjectNode) manifest.path("files")).put(name, Digests.sha256(new byte[0])));

    assertCorrupt(ModelFiles.MANIFEST);
  }

  @Test
  void a_manifest_that_does_not_name_the_model_is_corrupt() {
    changeManifest(manifest -> ((ObjectNode) manifest.path("files")).remove(ModelFiles.MODEL));

    assertTrue(assertCorrupt(ModelFiles.MANIFEST).reason().contains(ModelFiles.MODEL));
  }

  @Test
  void a_model_of_another_width_than_the_pipeline_is_corrupt() {
    byte[] narrow =
        new LinearModel(1, new double[] {1}, LinearModel.Target.IDENTITY, new Range(0, 1)).json();
    replace(ModelFiles.MODEL, narrow);

    assertCorrupt(ModelFiles.MODEL);
  }

  @Test
  void a_prediction_that_differs_in_the_last_bit_is_found() {
    CheckRow first = load().checks().getFirst();
    List<CheckRow> changed = List.of(new CheckRow(first.record(), Math.nextUp(first.prediction())));
    replace(ModelFiles.CHECKS, Json.bytes(changed));
    ModelPackage loaded = load();

    OdometerException failure = assertThrows(OdometerException.class, loaded::verify);

    assertEquals(Errors.MODEL_CORRUPT, failure.error());
    assertTrue(failure.reason().contains("check row 0"));
  }

  @Test
  void a_version_without_check_rows_is_not_trusted() {
    replace(ModelFiles.CHECKS, "[]".getBytes(UTF_8));

    assertCorrupt(ModelFiles.CHECKS);
  }

  private byte[] file(String name) {
    return Objects.requireNonNull(folder.get(name), name);
  }

  private ModelPackage load() {
    return ModelPackage.load(this::file);
  }

  private OdometerException assertCorrupt(String file) {
    OdometerException failure = assertThrows(OdometerException.class, this::load);
    assertEquals(Errors.MODEL_CORRUPT, failure.error());
    assertTrue(failure.reason().startsWith(file), failure.reason());
    return failure;
  }

  /** As if it had been published so. */
  private void replace(String name, byte[] content) {
    folder.put(name, content);
    changeManifest(
        manifest -> ((ObjectNode) manifest.path("files")).put(name, Digests.sha256(content)));
  }

  private void changeManifest(Consumer<ObjectNode> change) {
    ObjectNode manifest = (ObjectNode) Json.tree(file(ModelFiles.MANIFEST));
    change.accept(manifest);
    folder.put(ModelFiles.MANIFEST, Json.bytes(manifest));
  }
}
