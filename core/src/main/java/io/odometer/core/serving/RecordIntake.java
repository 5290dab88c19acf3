// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.schema.CellOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a record into an endpoint, cell by cell, whoever sends it: what cannot be used is
 * refused here, by {@link UnusableRecord}. For one thread at a time.
 */
public final class RecordIntake implements RecordCells {
  private static final int LONGEST_VALUE = 10_000;
  private static final int LONGEST_SHOWN = 40;
  private static final int NAMES_KEPT = 10;

  private final EndpointScorer scorer;
  private final Fields fields;
  private final List<String> unknownNames = new ArrayList<>();
  private int known;
  private int unknown;
  private String firstUnknown = "";
  private double value;

  public RecordIntake(ServingEndpoint serving, EndpointScorer scorer) {
    this.scorer = scorer;
    this.fields = serving.fields();
  }

  @Override
  public Fields fields() {
    return fields;
  }

  @Override
  public void begin() {
    scorer.clear();
    known = 0;
    unknown = 0;
  }

  /** The field of that name, or null after counting the column as unknown. */
  @Override
  public @Nullable Field field(String name) {
    Field found = fields.find(name);
    if (found == null && !fields.isUnused(name)) {
      firstUnknown = unknown == 0 ? name : firstUnknown;
      unknown++;
      if (unknownNames.size() < NAMES_KEPT && !unknownNames.contains(name)) {
        unknownNames.add(name);
      }
    }
    return found;
  }

  @Override
  public void text(Field field, String text) {
    known++;
    requireShort(field, text);
    if (scorer.set(field, text) == CellOutcome.UNREADABLE) {
      throw unreadable(field, text);
    }
  }

  static void requireShort(Field field, String text) {
    if (text.length() > LONGEST_VALUE) {
      throw unusable(field, "has more than %,d characters".formatted(LONGEST_VALUE));
    }
  }

  static UnusableRecord unreadable(Field field, String text) {
    return unusable(field, "is no %s: '%s'".formatted(field.facts().type().json(), brief(text)));
  }

  @Override
  public void number(Field field, double number) {
    known++;
    if (scorer.set(field, number) == CellOutcome.UNREADABLE) {
      throw unusable(field, "is not a finite number");
    }
  }

  @Override
  public void nothing(Field field) {
    known++;
    scorer.set(field, Double.NaN);
  }

  /** Predicts the record. */
  @Override
  public void end() {
    if (known == 0 && unknown > 0) {
      throw new UnusableRecord(
          firstUnknown, "is none of the endpoint's columns, nor is any other of the row");
    }
    value = scorer.predict();
  }

  /** The last record's prediction, NaN when no member predicts a finite number. */
  public double value() {
    return value;
  }

  /** Cells of this record whose columns the training data did not have. */
  public int unknown() {
    return unknown;
  }

  /** The first few columns, of all records, that the training data did not have. */
  public List<String> unknownNames() {
    return unknownNames;
  }

  private static UnusableRecord unusable(Field field, String why) {
    return new UnusableRecord(field.name(), why);
  }

  private static String brief(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
