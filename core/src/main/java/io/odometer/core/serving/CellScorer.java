// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.model.Model;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import java.util.List;

/**
 * A model over the rows of a table of text cells, which it reads by column name through its own
 * schema. For one thread at a time.
 */
public final class CellScorer {
  private final Schema schema;
  private final Row row;
  private final RowScorer scorer;
  private int[] columns = {};

  public CellScorer(FeaturePipeline pipeline, Model model) {
    schema = pipeline.schema();
    row = schema.newRow();
    scorer = new RowScorer(pipeline, model);
  }

  /** The table's columns; those that the schema lacks are passed over. */
  public void header(List<String> names) {
    columns = names.stream().mapToInt(schema::indexOf).toArray();
  }

  /** The prediction for a row as wide as the header. */
  public double score(String[] cells) {
    row.clear();
    for (int index = 0; index < cells.length; index++) {
      if (columns[index] >= 0) {
        row.set(columns[index], cells[index]);
      }
    }
    return scorer.score(row);
  }
}
