// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import io.odometer.core.json.Json;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What lies in the capture bucket. */
final class Captured {
  private Captured() {}

  /** Every captured request of the endpoint. */
  static List<JsonNode> of(ObjectStore store, String endpoint) {
    try (Stream<ObjectInfo> objects = store.list(Buckets.CAPTURE, endpoint + "/AllTraffic/")) {
      return objects
          .flatMap(found -> new String(store.read(found.key()), StandardCharsets.UTF_8).lines())
          .map(Json::tree)
          .toList();
    }
  }
}
