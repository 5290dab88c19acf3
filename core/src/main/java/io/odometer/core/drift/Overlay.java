// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays one file of constraints over another. */
final class Overlay {
  private static final String FEATURES = "features";
  private static final String OVERRIDES = "monitoringConfigOverrides";
  private static final String OVERRIDES_TOO = "monitoring_config_overrides";

  private Overlay() {}

  static JsonNode of(JsonNode base, JsonNode over) {
    if (!base.isObject() || !over.isObject()) {
      throw new IllegalArgumentException("constraints are a JSON object");
    }
    ObjectNode result = merged((ObjectNode) base, without(over, FEATURES));
    JsonNode features = over.path(FEATURES);
    if (!features.isMissingNode()) {
      mergeFeatures(result.withArray(FEATURES), features);
    }
    return result;
  }

  private static void mergeFeatures(ArrayNode base, JsonNode over) {
    if (!over.isArray()) {
      throw new IllegalArgumentException("features is a list");
    }
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < base.size(); i++) {
      places.put(base.get(i).path("name").asString(), i);
    }
    for (JsonNode feature : over) {
      ObjectNode named = named(feature);
      Integer place = places.get(named.path("name").asString());
      if (place == null) {
        places.put(named.path("name").asString(), base.size());
        base.add(named);
      } else {
        base.set(place, merged((ObjectNode) base.get(place), named));
      }
    }
  }

  /** With one spelling of what may be written in two ways. */
  private static ObjectNode named(JsonNode feature) {
    if (!feature.path("name").isString()) {
      throw new IllegalArgumentException("each of features has a name");
    }
    ObjectNode named = ((ObjectNode) feature).deepCopy();
    JsonNode other = named.remove(OVERRIDES_TOO);
    if (other != null) {
      named.set(OVERRIDES, other);
    }
    return named;
  }

  private static ObjectNode merged(ObjectNode base, ObjectNode over) {
    ObjectNode result = base.deepCopy();
    over.forEachEntry(
        (name, value) -> {
          JsonNode below = result.path(name);
          boolean objects = below.isObject() && value.isObject();
          result.set(name, objects ? merged((ObjectNode) below, (ObjectNode) value) : value);
        });
    return result;
  }

  private static ObjectNode without(JsonNode tree, String name) {
    ObjectNode rest = ((ObjectNode) tree).deepCopy();
    rest.remove(name);
    return rest;
  }
}
