// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.json.Json;
import io.odometer.core.serving.Field;
import io.odometer.core.table.TextForm;
import io.odometer.scorer.plan.CsvLayout;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Reads a row again, for the few that are left for monitoring. */
record CsvFeatures(CsvLayout layout, TextForm form) {
  String text(RawRecord row) {
    return row.text(form.charset());
  }

  /** The cells that the models saw, by name. */
  ObjectNode of(RawRecord row) {
    List<String> cells =
        CsvBlockScorer.parser(form.delimiter()).ofSingleCsvRecord(text(row)).getFields();
    ObjectNode features = Json.object();
    for (int i = 0; i < cells.size(); i++) {
      Field field = layout.fields()[i];
      if (field != null) {
        features.put(field.name(), cells.get(i));
      }
    }
    return features;
  }
}
