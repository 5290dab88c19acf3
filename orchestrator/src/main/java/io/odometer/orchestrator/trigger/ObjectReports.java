// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.trigger;

import io.odometer.core.store.ObjectKey;
import io.odometer.orchestrator.project.ObjectEvent;
import java.util.List;
import java.util.Set;

/**
 * Where the reconciler reports what it finds. What was reported as present is remembered across
 * restarts and by all who report, so that whoever comes next can tell what was removed meanwhile.
 */
interface ObjectReports {
  /**
   * What is reported as present.
   *
   * @throws io.odometer.core.error.OdometerException {@code Kafka.Unavailable} if that cannot be
   *     known yet
   */
  Set<ObjectKey> present();

  /**
   * Returns when all of them are safe. Reporting the same again is harmless.
   *
   * @throws io.odometer.core.error.OdometerException {@code Kafka.Unavailable}; some of them may
   *     have been reported
   */
  void report(List<ObjectEvent> events);
}
