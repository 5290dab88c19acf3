// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import io.odometer.platform.config.Settings;

/**
 * How much the scorer takes at a time.
 *
 * @param rangeMegabytes of a file that one task scores; larger files are shared by several
 * @param modelMegabytes most files of models that are loaded at a time
 * @param threads that score blocks
 */
public record ScorerLimits(int rangeMegabytes, int modelMegabytes, int threads) {
  private static final int RANGE = 64;

  public ScorerLimits {
    if (rangeMegabytes < 1 || modelMegabytes < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "ODOMETER_RANGE_MEGABYTES, ODOMETER_MODEL_MEGABYTES and ODOMETER_SCORER_THREADS are at"
              + " least 1");
    }
  }

  static ScorerLimits from(Settings settings) {
    return new ScorerLimits(
        settings.integer("ODOMETER_RANGE_MEGABYTES", RANGE),
        settings.integer("ODOMETER_MODEL_MEGABYTES", quarterOfHeap()),
        settings.integer("ODOMETER_SCORER_THREADS", Runtime.getRuntime().availableProcessors()));
  }

  private static int quarterOfHeap() {
    return Math.clamp(Runtime.getRuntime().maxMemory() >> 22, 16, Integer.MAX_VALUE);
  }

  long rangeBytes() {
    return (long) rangeMegabytes << 20;
  }

  long modelBytes() {
    return (long) modelMegabytes << 20;
  }

  /** One more than are worked on, so that no thread waits for the next to be read. */
  int blocksUnderWay() {
    return threads + 2;
  }
}
