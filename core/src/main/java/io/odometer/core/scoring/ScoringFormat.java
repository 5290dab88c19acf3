// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file to score is, told by the end of its name. */
public enum ScoringFormat {
  CSV(".csv", ".csv.gz", ".tsv", ".tsv.gz", ".txt", ".txt.gz"),
  JSON_LINES(".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"),
  PARQUET(".parquet"),
  /** A list of objects in SageMaker's form: {@code [{"prefix": "s3://…/"}, "a.csv", …]}. */
  MANIFEST(".manifest");

  /** What is understood, for people. */
  public static final String NAMES =
      ".csv, .tsv, .txt, .jsonl, .ndjson (gzip too), .parquet, .manifest";

  @SuppressWarnings("ImmutableEnumChecker") // It is List.of, which is.
  private final List<String> endings;

  ScoringFormat(String... endings) {
    this.endings = List.of(endings);
  }

  public static Optional<ScoringFormat> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (ScoringFormat format : values()) {
      if (format.endings.stream().anyMatch(lower::endsWith)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
