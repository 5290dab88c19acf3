// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Times {@link ServingRow} by samples, and counts what it allocates in a run without them. */
final class ServingRowRun {
  private static final String BASELINE = "XGBoost's inplace_predict of one row";

  private ServingRowRun() {}

  static List<Measurement> measure() throws RunnerException {
    Collection<RunResult> timed = run(Mode.SampleTime);
    Collection<RunResult> counted = run(Mode.AverageTime);
    return List.of(
        new Measurement(
            "serving-row p99", time(timed, "row", 99), "us", BASELINE, time(timed, "xgboost", 99)),
        new Measurement(
            "serving-row p50", time(timed, "row", 50), "us", BASELINE, time(timed, "xgboost", 50)),
        new Measurement(
            "serving-row allocation",
            allocated(counted, "row"),
            "B/row",
            BASELINE,
            allocated(counted, "xgboost")));
  }

  private static Collection<RunResult> run(Mode mode) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include("\\." + ServingRow.class.getSimpleName() + "\\.")
                .mode(mode)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend(
                    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build())
        .run();
  }

  private static double time(Collection<RunResult> results, String method, double percentile) {
    Statistics times = of(results, method).getPrimaryResult().getStatistics();
    return round(times.getPercentile(percentile));
  }

  /** In whole bytes: objects come in eights, less than one is the harness's own. */
  @SuppressWarnings("rawtypes") // JMH hands results out raw.
  private static double allocated(Collection<RunResult> results, String method) {
    return Math.rint(
        of(results, method).getSecondaryResults().entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
            .mapToDouble(entry -> entry.getValue().getScore())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the gc profiler says nothing")));
  }

  private static RunResult of(Collection<RunResult> results, String method) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no result of " + method));
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
