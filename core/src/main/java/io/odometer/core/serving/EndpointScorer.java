// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.schema.CellOutcome;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Predicts one record at a time with every member; allocates nothing beyond the cells' own text.
 * For one thread at a time.
 */
public final class EndpointScorer {
  private final Combination combination;
  private final Fields fields;
  private final Row[] rows;
  private final int[][] columns;
  private final RowScorer[] scorers;
  private final int[] rowOfMember;
  private final ServingEndpoint serving;
  private final double[] predictions;
  private final boolean[] present;

  EndpointScorer(ServingEndpoint serving) {
    List<Schema> schemas = serving.schemas();
    List<Member> members = serving.members();
    this.serving = serving;
    this.combination = serving.combination();
    this.fields = serving.fields();
    this.rows = schemas.stream().map(Schema::newRow).toArray(Row[]::new);
    this.columns = schemas.stream().map(fields::columnsOf).toArray(int[][]::new);
    this.scorers =
        members.stream().map(member -> member.model().scorer()).toArray(RowScorer[]::new);
    this.rowOfMember = new int[members.size()];
    Arrays.setAll(rowOfMember, serving::schemaOfMember);
    this.predictions = new double[members.size()];
    this.present = new boolean[fields.size()];
  }

  /** Begins a record: every field is missing. */
  public void clear() {
    for (Row row : rows) {
      row.clear();
    }
    Arrays.fill(present, false);
  }

  /** Unreadable if any member cannot read it. */
  public CellOutcome set(Field field, String text) {
    CellOutcome outcome = CellOutcome.VALUE;
    for (int i = 0; i < rows.length; i++) {
      int column = columns[i][field.index()];
      outcome = column < 0 ? outcome : worse(outcome, rows[i].set(column, text));
    }
    present[field.index()] = outcome == CellOutcome.VALUE;
    return outcome;
  }

  /** Like {@link #set(Field, String)}. */
  public CellOutcome set(Field field, double number) {
    CellOutcome outcome = CellOutcome.VALUE;
    for (int i = 0; i < rows.length; i++) {
      int column = columns[i][field.index()];
      outcome = column < 0 ? outcome : worse(outcome, rows[i].set(column, number));
    }
    present[field.index()] = outcome == CellOutcome.VALUE;
    return outcome;
  }

  private static CellOutcome worse(CellOutcome left, CellOutcome right) {
    return left.compareTo(right) >= 0 ? left : right;
  }

  /** A record of text cells; columns that nobody knows are passed over, unreadable ones missing. */
  public void fill(Map<String, String> record) {
    clear();
    record.forEach(
        (name, text) -> {
          Field field = fields.find(name);
          if (field != null) {
            set(field, text);
          }
        });
  }

  /** Predicts the record. The members' own values are in {@link #prediction}. */
  public double predict() {
    for (int i = 0; i < scorers.length; i++) {
      predictions[i] = scorers[i].score(rows[rowOfMember[i]]);
    }
    return combination.combine(predictions);
  }

  /** What the member predicted last. */
  public double prediction(int member) {
    return predictions[member];
  }

  /** How many fields of the record are missing, to be imputed. */
  public int countMissing() {
    int missing = 0;
    for (boolean there : present) {
      missing += there ? 0 : 1;
    }
    return missing;
  }

  /** How many fields hold a name that no training row of some member held. */
  public int countUnseen() {
    int most = 0;
    for (int i = 0; i < scorers.length; i++) {
      Row row = rows[rowOfMember[i]];
      most = Math.max(most, serving.members().get(i).model().pipeline().countUnseen(row));
    }
    return most;
  }
}
