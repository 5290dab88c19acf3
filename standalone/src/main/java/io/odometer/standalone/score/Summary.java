// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import io.odometer.scorer.plan.ScoringManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of it, for a person. */
record Summary(ScoreRequest request, ScoringManifest manifest) {
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    var counts = manifest.counts();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d rows in, %,d scored, %,d rejected, in %.1f s (%,d rows/s)",
            counts.rowsIn(),
            counts.rowsOut(),
            counts.rejects(),
            manifest.timings().seconds(),
            manifest.timings().rowsPerSecond()));
    lines.add("  models    " + versions() + ", combined by " + manifest.rule().rule().json());
    lines.add("  output    " + request.output());
    if (manifest.rejects() != null) {
      lines.add("  rejects   " + request.rejects());
      manifest
          .reasons()
          .forEach(
              (reason, count) ->
                  lines.add(String.format(Locale.ROOT, "  %,9d  %s", count, reason)));
    }
    return lines;
  }

  private String versions() {
    return manifest.versions().entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
