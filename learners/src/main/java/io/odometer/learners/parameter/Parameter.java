// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.parameter;

import io.odometer.core.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A hyperparameter.
 *
 * @param aliases other names it goes by
 * @param unset its value when nobody sets it; none when the library is left to decide
 */
public record Parameter(String name, Kind kind, @Nullable JsonNode unset, List<String> aliases) {
  public Parameter {
    aliases = List.copyOf(aliases);
  }

  public static Parameter optional(String name, Kind kind, String... aliases) {
    return new Parameter(name, kind, null, List.of(aliases));
  }

  public static Parameter of(String name, Kind kind, Object unset, String... aliases) {
    return new Parameter(name, kind, canonical(name, kind, unset), List.of(aliases));
  }

  private static JsonNode canonical(String name, Kind kind, Object unset) {
    return kind.read(Json.toTree(unset))
        .orElseThrow(() -> new IllegalArgumentException("the default of " + name + " is no value"));
  }

  boolean answersTo(String other) {
    return name.equals(other) || aliases.contains(other);
  }
}
