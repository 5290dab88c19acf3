// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.project.ProjectName;
import io.odometer.core.scoring.ScoringFormat;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.ObjectVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads SageMaker's list of objects: {@code [{"prefix": "s3://scoring/<project>/…/"}, "a.csv", …]}.
 * Only files of the project itself are scored: whoever may write a list must not read with it what
 * he may not read himself.
 */
final class ManifestReader {
  /** The files travel with a workflow's data, which is bounded. */
  private static final int MOST_OBJECTS = 200;

  private static final String SCHEME = "s3://";

  private final ObjectStore store;
  private final ProjectName project;
  private final ObjectKey manifest;

  ManifestReader(ObjectStore store, ProjectName project, ObjectKey manifest) {
    this.store = store;
    this.project = project;
    this.manifest = manifest;
  }

  /**
   * @throws OdometerException {@code Manifest.Invalid} naming the entry
   */
  List<ObjectVersion> read(JsonNode list) {
    if (store.find(ScoringObjects.job(manifest)).isPresent()) {
      throw invalid("settings stand beside each of its files, not beside the list");
    }
    if (!list.isArray() || list.size() < 2) {
      throw invalid("it is no list of a prefix and names of objects");
    }
    if (list.size() - 1 > MOST_OBJECTS) {
      throw invalid(
          "it names %,d objects; at most %,d are scored together"
              .formatted(list.size() - 1, MOST_OBJECTS));
    }
    String prefix = prefix(list.path(0));
    Map<ObjectKey, ObjectKey> byOutput = new LinkedHashMap<>();
    for (int i = 1; i < list.size(); i++) {
      ObjectKey key = key(prefix, list.path(i), i);
      ObjectKey other = byOutput.putIfAbsent(ScoringObjects.output(project, key), key);
      if (other != null) {
        throw invalid("entry %d, %s, has the same output as %s".formatted(i, key, other));
      }
    }
    return byOutput.values().stream().map(this::version).toList();
  }

  /** Without scheme and bucket. */
  private String prefix(JsonNode first) {
    String text = first.path("prefix").asString("");
    String bucket = SCHEME + Buckets.SCORING + "/";
    if (!text.startsWith(bucket + project + "/")) {
      throw invalid(
          "its first entry is {\"prefix\": \"%s%s/…\"}, not %s".formatted(bucket, project, first));
    }
    return text.substring(bucket.length());
  }

  private ObjectKey key(String prefix, JsonNode entry, int index) {
    String path = prefix + entry.asString("");
    boolean ours = path.startsWith(project + "/") && !path.startsWith(project + "/out/");
    if (!entry.isString() || !ObjectKey.isPath(path) || leadsElsewhere(path) || !ours) {
      throw invalid("entry %d is not the name of a file to score: %s".formatted(index, entry));
    }
    boolean known =
        ScoringFormat.of(path).filter(format -> format != ScoringFormat.MANIFEST).isPresent();
    if (!known) {
      throw invalid("entry %d, %s, ends in none of %s".formatted(index, path, ScoringFormat.NAMES));
    }
    return new ObjectKey(Buckets.SCORING, path);
  }

  /** S3 takes dots as they stand; a store that keeps files may follow them. */
  private static boolean leadsElsewhere(String path) {
    return path.contains("/../") || path.contains("/./");
  }

  private ObjectVersion version(ObjectKey key) {
    return store
        .find(key)
        .map(found -> new ObjectVersion(key, found.etag(), found.size()))
        .orElseThrow(() -> invalid("there is no object " + key));
  }

  private OdometerException invalid(String why) {
    return new OdometerException(Errors.MANIFEST_INVALID, manifest + ": " + why);
  }
}
