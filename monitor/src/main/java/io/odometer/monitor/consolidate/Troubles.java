// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what could not be used by its reason, and keeps the first places. For one thread. */
final class Troubles {
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
  private static final int PLACES = 20;

  private final Map<String, Long> counts = new TreeMap<>();
  private final List<String> places = new ArrayList<>();

  /**
   * @param place an object and a line
   */
  void add(String reason, String place, String text) {
    counts.merge(reason, 1L, Long::sum);
    if (places.size() < PLACES) {
      places.add(place + " " + text);
      LOG.warn("{} cannot be used: {}", place, text);
    }
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  Map<String, Long> counts() {
    return Collections.unmodifiableMap(counts);
  }

  List<String> places() {
    return Collections.unmodifiableList(places);
  }
}
