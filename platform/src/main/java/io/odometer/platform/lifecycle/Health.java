// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.lifecycle;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ready, or not yet and why. */
public sealed interface Health {
  record Ready() implements Health {}

  record NotReady(String reason) implements Health {}

  /** Ready when all are; otherwise every reason. */
  static Health all(Health... parts) {
    String reasons =
        Stream.of(parts)
            .filter(NotReady.class::isInstance)
            .map(part -> ((NotReady) part).reason())
            .collect(Collectors.joining("; "));
    return reasons.isEmpty() ? ready() : notReady(reasons);
  }

  static Health ready() {
    return new Ready();
  }

  static Health notReady(String reason) {
    return new NotReady(reason);
  }
}
