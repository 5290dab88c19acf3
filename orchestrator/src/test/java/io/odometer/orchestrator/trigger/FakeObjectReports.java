// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.trigger;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectKey;
import io.odometer.orchestrator.project.ObjectEvent;
import io.odometer.orchestrator.project.ObjectRemoved;
import io.odometer.orchestrator.project.ObjectSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** Reports in memory, which can be broken and mended. */
final class FakeObjectReports implements ObjectReports {
  private final ConcurrentSkipListMap<String, ObjectKey> present = new ConcurrentSkipListMap<>();
  private final List<ObjectEvent> reported = new ArrayList<>();
  private boolean broken;

  void setBroken(boolean broken) {
    this.broken = broken;
  }

  /** What was reported since this was last asked. */
  List<ObjectEvent> take() {
    List<ObjectEvent> taken = List.copyOf(reported);
    reported.clear();
    return taken;
  }

  @Override
  public Set<ObjectKey> present() {
    return Set.copyOf(present.values());
  }

  @Override
  public void report(List<ObjectEvent> events) {
    if (broken) {
      throw new OdometerException(Errors.KAFKA_UNAVAILABLE, "the broker does not answer");
    }
    reported.addAll(events);
    events.forEach(this::remember);
  }

  private void remember(ObjectEvent event) {
    switch (event) {
      case ObjectSeen seen -> present.put(seen.key().toString(), seen.key());
      case ObjectRemoved removed -> present.remove(removed.key().toString());
    }
  }
}
