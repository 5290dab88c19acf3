// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.json.Json;
import io.odometer.core.store.Digests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Writes what {@link ModelPackage#load} reads. */
public final class ModelFolder {
  private ModelFolder() {}

  /**
   * The files of a version's folder by name, the manifest last; the same input gives the same
   * bytes. The schema is the pipeline's.
   *
   * @param model as {@link io.odometer.core.model.Models#read} takes it
   */
  public static SequencedMap<String, byte[]> files(
      byte[] model, FeaturePipeline pipeline, List<CheckRow> checks, Provenance provenance) {
    return files(model, pipeline, checks, Map.of(), provenance);
  }

  /**
   * The same with files beside it that serving has no need of.
   *
   * @param others by name, in their order
   */
  public static SequencedMap<String, byte[]> files(
      byte[] model,
      FeaturePipeline pipeline,
      List<CheckRow> checks,
      Map<String, byte[]> others,
      Provenance provenance) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    files.put(ModelFiles.MODEL, model);
    files.put(ModelFiles.PIPELINE, Json.bytes(pipeline));
    files.put(ModelFiles.SCHEMA, Json.bytes(pipeline.schema()));
    files.put(ModelFiles.CHECKS, Json.bytes(checks));
    others.forEach((name, content) -> addNew(files, name, content));
    Map<String, String> digests = new LinkedHashMap<>();
    files.forEach((name, content) -> digests.put(name, Digests.sha256(content)));
    String schemaDigest = Digests.sha256(files.getOrDefault(ModelFiles.SCHEMA, new byte[0]));
    files.put(ModelFiles.MANIFEST, Json.bytes(provenance.manifest(schemaDigest, digests)));
    return files;
  }

  private static void addNew(SequencedMap<String, byte[]> files, String name, byte[] content) {
    if (name.equals(ModelFiles.MANIFEST) || files.putIfAbsent(name, content) != null) {
      throw new IllegalArgumentException("the folder has a " + name + " already");
    }
  }
}
