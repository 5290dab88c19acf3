// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.data;

import io.odometer.monitor.payload.PayloadRow;

/** Whether a row shows what a violation says. */
@FunctionalInterface
interface RowTest {
  RowTest NEVER = row -> false;

  boolean shows(PayloadRow row);
}
