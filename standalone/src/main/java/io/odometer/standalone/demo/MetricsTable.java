// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import io.odometer.standalone.client.Numbers;
import io.odometer.standalone.client.TextTable;
import java.util.ArrayList;
import java.util.List;
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
    return TextTable.lines(cells);
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
}
