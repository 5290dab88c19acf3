// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.registry.ModelId;
import io.odometer.core.schema.Column;
import io.odometer.core.schema.ColumnType;
import io.odometer.core.schema.Schema;
import io.odometer.core.serving.Field;
import io.odometer.core.serving.Fields;
import io.odometer.monitor.payload.PayloadColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the records that some members answered lie in the table: what each of their fields is there.
 *
 * @param fields what those members take, then the label keys that they do not know
 * @param features each field's place among the table's features, -1 if it has none any more
 * @param keys each field's place among the label keys, -1 for most
 */
record RecordLayout(Fields fields, List<Integer> features, List<Integer> keys) {
  RecordLayout {
    features = List.copyOf(features);
    keys = List.copyOf(keys);
  }

  /**
   * @throws UnreadableCapture if a member is gone
   */
  static RecordLayout of(List<ModelId> members, Schemas schemas, PayloadColumns columns) {
    List<Schema> known = newestFirst(members, schemas);
    if (known.isEmpty()) {
      throw new UnreadableCapture("nothing says who answered");
    }
    known.add(keys(known.getFirst(), columns.labelKeys()));
    Fields fields = Fields.of(known);
    return new RecordLayout(
        fields, places(fields, columns.features()), places(fields, columns.labelKeys()));
  }

  static List<Schema> newestFirst(List<ModelId> members, Schemas schemas) {
    List<Schema> known = new ArrayList<>();
    members.stream()
        .sorted(Comparator.comparing(ModelId::version).reversed())
        .map(
            id ->
                schemas
                    .find(id)
                    .orElseThrow(() -> new UnreadableCapture("a version is gone", id.toString())))
        .forEachOrdered(known::add);
    return known;
  }

  /** Columns that labels are joined by need be no features. */
  private static Schema keys(Schema newest, List<String> names) {
    return new Schema(
        newest.label(),
        names.stream().map(name -> Column.of(name, ColumnType.CATEGORY)).toList(),
        List.of());
  }

  private static List<Integer> places(Fields fields, List<String> names) {
    return fields.all().stream().map(Field::name).map(names::indexOf).toList();
  }
}
