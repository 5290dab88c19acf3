// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.json.Json;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import tools.jackson.databind.JsonNode;

/** What was published of one file. */
@SuppressWarnings("ArrayRecordComponent") // Compared by a method of its own.
record ScoredFile(byte[] output, byte[] rejects, JsonNode manifest) {
  static ScoredFile read(ObjectStore store, ObjectKey input) {
    var project = Surroundings.PROJECT;
    return new ScoredFile(
        store.read(ScoringObjects.output(project, input)),
        store.read(ScoringObjects.rejects(project, input)),
        Json.tree(store.read(ScoringObjects.manifest(project, input))));
  }

  long count(String of) {
    return manifest.path("counts").path(of).asLong();
  }

  String outputEtag() {
    return manifest.path("output").path("etag").asString();
  }

  /** To the last byte; names and times aside. */
  void assertSame(ScoredFile other) {
    assertEquals(manifest.path("counts"), other.manifest.path("counts"));
    assertEquals(manifest.path("reasons"), other.manifest.path("reasons"));
    assertEquals(manifest.path("checksums"), other.manifest.path("checksums"));
    assertArrayEquals(output, other.output);
    assertArrayEquals(rejects, other.rejects);
  }
}
