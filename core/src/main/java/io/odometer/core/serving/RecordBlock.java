// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.schema.CellOutcome;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Records of text cells, predicted many at a time, each to the same bit as alone. What a cell comes
 * to is worked out once while it keeps coming. For one thread at a time.
 */
public final class RecordBlock {
  /** For what cells of all columns came to. */
  private static final long MEMO_BYTES = 4L << 20;

  private final Combination combination;
  private final Row[] rows;
  private final int[][] columns;
  private final MemberBlock[] members;
  private final CellMemo[] memos;
  private final double[] predictions;
  private final double[] values;
  private int size;

  /**
   * @param capacity most records of a block
   */
  public RecordBlock(ServingEndpoint serving, int capacity) {
    this.combination = serving.combination();
    this.rows = serving.schemas().stream().map(Schema::newRow).toArray(Row[]::new);
    this.columns =
        serving.schemas().stream().map(serving.fields()::columnsOf).toArray(int[][]::new);
    this.members = new MemberBlock[serving.members().size()];
    for (int i = 0; i < members.length; i++) {
      Row row = rows[serving.schemaOfMember(i)];
      members[i] = MemberBlock.of(serving.members().get(i), row, serving.fields(), capacity);
    }
    this.memos = memos(serving.fields(), members);
    this.predictions = new double[members.length];
    this.values = new double[capacity];
  }

  private static CellMemo[] memos(Fields fields, MemberBlock[] members) {
    return fields.all().stream()
        .map(field -> Arrays.stream(members).mapToInt(member -> member.cellBytes(field)).sum())
        .map(bytes -> new CellMemo(MEMO_BYTES / fields.size(), bytes))
        .toArray(CellMemo[]::new);
  }

  /** Begins a record anew: every field is missing. */
  public void begin() {
    for (MemberBlock member : members) {
      member.begin(size);
    }
  }

  /**
   * Puts a cell of the record under way.
   *
   * @throws UnusableRecord as {@link RecordIntake#text} does
   */
  public void set(Field field, char[] text, int offset, int length) {
    CellMemo memo = memos[field.index()];
    long key = CellMemo.key(text, offset, length);
    Object @Nullable [] cell = memo.find(key, text, offset, length);
    if (cell == null) {
      cell = cell(field, new String(text, offset, length));
      memo.keep(key, text, offset, length, cell);
    }
    for (int i = 0; i < members.length; i++) {
      members[i].put(field, cell[i], size);
    }
  }

  /** What the cell comes to for each member. */
  private Object[] cell(Field field, String text) {
    RecordIntake.requireShort(field, text);
    for (int i = 0; i < rows.length; i++) {
      int column = columns[i][field.index()];
      if (column >= 0 && rows[i].set(column, text) == CellOutcome.UNREADABLE) {
        throw RecordIntake.unreadable(field, text);
      }
    }
    return Arrays.stream(members).map(member -> member.cell(field)).toArray();
  }

  /** The record under way is whole. */
  public void end() {
    size++;
  }

  public int size() {
    return size;
  }

  public boolean isFull() {
    return size == values.length;
  }

  /** Predicts all records. */
  public void predict() {
    for (MemberBlock member : members) {
      member.predict(size);
    }
    for (int record = 0; record < size; record++) {
      for (int i = 0; i < members.length; i++) {
        predictions[i] = members[i].prediction(record);
      }
      values[record] = combination.combine(predictions);
    }
  }

  /** The combined prediction, NaN when no member predicts a finite number. */
  public double value(int record) {
    return values[record];
  }

  public double prediction(int record, int member) {
    return members[member].prediction(record);
  }

  /** Forgets all records. */
  public void clear() {
    size = 0;
  }
}
