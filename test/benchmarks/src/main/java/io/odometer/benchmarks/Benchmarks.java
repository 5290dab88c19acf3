// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Runs the named benchmarks, or all, and prints one line of JSON for each thing measured. */
public final class Benchmarks {
  private static final Map<String, Callable<List<Measurement>>> ALL =
      new TreeMap<>(
          Map.of(
              "batch-scoring",
              BatchScoringRun::measure,
              "capture",
              CaptureRun::measure,
              "drift-power",
              DriftPowerRun::measure,
              "false-alarms",
              FalseAlarmRun::measure,
              "predict-http",
              PredictHttpRun::measure,
              "profile",
              ProfileRun::measure,
              "serving-row",
              ServingRowRun::measure));

  private Benchmarks() {}

  public static void main(String[] names) throws Exception {
    List<String> chosen = names.length == 0 ? List.copyOf(ALL.keySet()) : Arrays.asList(names);
    for (String name : chosen) {
      Callable<List<Measurement>> benchmark = ALL.get(name);
      if (benchmark == null) {
        System.err.printf("no benchmark '%s'; there are %s%n", name, ALL.keySet());
        System.exit(2);
        return;
      }
      benchmark.call().forEach(found -> System.out.println(Json.text(found)));
    }
  }
}
