// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import io.odometer.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Rows of {@link Tables} as applications send them, one a request. */
final class Traffic {
  private final List<String> header;
  private final List<String> rows;

  private Traffic(List<String> header, List<String> rows) {
    this.header = header;
    this.rows = rows;
  }

  static Traffic of(int rows, long seed) {
    List<String> lines = Tables.learnable(rows, seed).lines().toList();
    return new Traffic(List.of(lines.getFirst().split(",", -1)), lines.subList(1, lines.size()));
  }

  /** What is sent, and what the true price is. */
  record Row(ObjectNode record, String price) {}

  List<Row> rows() {
    return changed(UnaryOperator.identity());
  }

  /** Every number of use 1.6 times as large, a new kind in 15 %, no age in 8 % of the rows. */
  List<Row> shifted(long seed) {
    var random = new Random(seed);
    return changed(
        record -> {
          record.put("used", Math.round(record.path("used").asDouble() * 1.6));
          if (random.nextDouble() < 0.15) {
            record.put("kind", "huge");
          }
          if (random.nextDouble() < 0.08) {
            record.putNull("age");
          }
          return record;
        });
  }

  private List<Row> changed(UnaryOperator<ObjectNode> change) {
    List<Row> all = new ArrayList<>();
    for (String row : rows) {
      String[] cells = row.split(",", -1);
      ObjectNode record = Json.object().put("kind", cells[0]);
      record.put("age", Double.parseDouble(cells[1])).put("used", Integer.parseInt(cells[2]));
      all.add(new Row(change.apply(record), cells[header.indexOf("price")]));
    }
    return all;
  }
}
