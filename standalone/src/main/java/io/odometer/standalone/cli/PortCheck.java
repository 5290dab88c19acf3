// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.cli;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.standalone.Ports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at every port before anything is started, so that all that is wrong is told at once. */
final class PortCheck {
  private PortCheck() {}

  /** Fails with {@code Port.InUse}: a line for each port that is taken, with its flag. */
  static void requireFree(Map<String, Integer> portsByFlag) {
    List<String> taken = new ArrayList<>();
    Map<Integer, String> seen = new HashMap<>();
    portsByFlag.forEach(
        (flag, port) -> {
          String other = port == 0 ? null : seen.putIfAbsent(port, flag);
          if (other != null) {
            taken.add("port %d is given to both %s and %s".formatted(port, other, flag));
          } else if (!Ports.isFree(port)) {
            taken.add(
                "port %d on %s is in use; choose another with %s"
                    .formatted(port, Ports.HOST, flag));
          }
        });
    if (!taken.isEmpty()) {
      throw new OdometerException(Errors.PORT_IN_USE, String.join(System.lineSeparator(), taken));
    }
  }
}
