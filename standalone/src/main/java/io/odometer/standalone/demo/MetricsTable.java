// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Models and their test metrics, one a line. */
final class MetricsTable {
  private static final List<String> HEADER =
      List.of("model", "version", "stage", "RMSE", "MAE", "R²", "");

  private MetricsTable() {}

  static List<String> lines(List<JsonNode> models) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(HEADER);
    models.forEach(model -> cells.add(cells(model)));
    return cells.stream().map(row -> line(row, cells)).toList();
  }

  private static List<String> cells(JsonNode model) {
    JsonNode metrics = model.path("metrics");
    return List.of(
        model.path("algorithm").asString(),
        model.path("version").asString(model.path("version").toString()),
        model.path("stage").asString(),
        Numbers.plain(metrics.path("rmse")),
        Numbers.plain(metrics.path("mae")),
        Numbers.plain(metrics.path("r2")),
        model.path("reason").asString(""));
  }

  private static String line(List<String> row, List<List<String>> all) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> padded(row.get(column), width(column, all)))
        .collect(Collectors.joining("  ", "  ", ""))
        .stripTrailing();
  }

  private static int width(int column, List<List<String>> all) {
    return all.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
