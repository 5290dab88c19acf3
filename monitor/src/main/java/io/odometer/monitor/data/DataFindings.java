// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.data;

import io.odometer.core.drift.DataQualityReport;
import io.odometer.core.drift.Violation;
import io.odometer.core.registry.ModelId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What data-quality leaves for evaluate-drift and for people, {@value #FILE} in its folder.
 *
 * @param baseline whose training rows the data are compared with
 * @param report features, and {@code prediction_<algorithm>} of each member
 * @param notices for people
 */
public record DataFindings(
    ModelId baseline,
    DataQualityReport report,
    List<FeatureSummary> summaries,
    List<Examples> examples,
    List<String> notices) {
  public static final String FILE = "report.json";

  public DataFindings {
    summaries = List.copyOf(summaries);
    examples = List.copyOf(examples);
    notices = List.copyOf(notices);
  }

  /**
   * Rows that show a violation.
   *
   * @param rows by column; the row's id and time are among them
   */
  public record Examples(String feature, String check, List<Map<String, String>> rows) {
    public Examples {
      rows = List.copyOf(rows);
    }

    boolean isOf(Violation violation) {
      return feature.equals(violation.subject()) && check.equals(violation.constraintCheckType());
    }
  }

  public List<Map<String, String>> examples(Violation violation) {
    return examples.stream()
        .filter(example -> example.isOf(violation))
        .findFirst()
        .map(Examples::rows)
        .orElse(List.of());
  }

  public Optional<FeatureSummary> summary(String feature) {
    return summaries.stream().filter(summary -> summary.name().equals(feature)).findFirst();
  }
}
