// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names with their places. Immutable; a list in JSON. */
final class Dictionary {
  private static final Integer ABSENT = -1;

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Dictionary(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
  }

  @JsonValue
  List<String> names() {
    return names;
  }

  int size() {
    return names.size();
  }

  /** The name's place or -1. */
  int indexOf(String name) {
    return places.getOrDefault(name, ABSENT);
  }
}
