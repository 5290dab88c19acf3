// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.ProjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The last so many events, each id once. Safe for use by many threads.
 *
 * <p>The topic is written at least once, so an event may be heard again after a restart.
 */
public final class RecentEvents {
  private final int capacity;
  private final LinkedHashMap<String, SystemEvent> events = new LinkedHashMap<>();

  public RecentEvents(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is at least 1, not " + capacity);
    }
    this.capacity = capacity;
  }

  public synchronized void add(SystemEvent event) {
    events.putIfAbsent(event.id(), event);
    if (events.size() > capacity) {
      events.remove(events.firstEntry().getKey());
    }
  }

  /** Newest first. */
  synchronized List<SystemEvent> of(Optional<ProjectName> project) {
    return events.values().stream()
        .filter(event -> project.isEmpty() || project.get().equals(event.project()))
        .sorted((left, right) -> right.time().compareTo(left.time()))
        .toList();
  }
}
