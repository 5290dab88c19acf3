// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.request;

import io.odometer.core.schema.CellOutcome;
import io.odometer.core.serving.EndpointScorer;
import io.odometer.core.serving.Field;
import io.odometer.core.serving.Fields;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.platform.http.HttpProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one request on their way through an endpoint: takes cells, keeps predictions and
 * counts what was odd. For one thread.
 */
public final class PredictionRun {
  private static final int LONGEST_VALUE = 10_000;
  private static final int NAMES_KEPT = 10;

  private final ServingEndpoint serving;
  private final EndpointScorer scorer;
  private final Fields fields;
  private final int rowLimit;
  private final int width;
  private final List<String> unknownNames = new ArrayList<>();
  private double[] values;
  private int rows;
  private int knownInRow;
  private int unknownInRow;
  private long unknown;
  private long missing;
  private long unseen;

  public PredictionRun(ServingEndpoint serving, EndpointScorer scorer, int rowLimit) {
    this.serving = serving;
    this.scorer = scorer;
    this.fields = serving.fields();
    this.rowLimit = rowLimit;
    this.width = 1 + serving.members().size();
    this.values = new double[width];
  }

  public ServingEndpoint serving() {
    return serving;
  }

  public int rows() {
    return rows;
  }

  public double value(int row) {
    return values[row * width];
  }

  public double prediction(int row, int member) {
    return values[row * width + 1 + member];
  }

  /** Cells of columns that the training data did not have. */
  public long unknown() {
    return unknown;
  }

  /** The first few columns that the training data did not have. */
  public List<String> unknownNames() {
    return unknownNames;
  }

  /** Cells that were missing and are imputed. */
  public long missing() {
    return missing;
  }

  /** Cells with a name that no training row held. */
  public long unseen() {
    return unseen;
  }

  Fields fields() {
    return fields;
  }

  void begin() {
    if (rows == rowLimit) {
      throw new HttpProblem(
          413,
          "PayloadTooLarge",
          "a request has at most %,d rows: send several".formatted(rowLimit),
          OptionalInt.empty(),
          Optional.empty());
    }
    scorer.clear();
    knownInRow = 0;
    unknownInRow = 0;
  }

  /** The field of that name, or null after counting the column as unknown. */
  @Nullable Field field(String name) {
    Field found = fields.find(name);
    if (found == null && !fields.isUnused(name)) {
      unknownInRow++;
      if (unknownNames.size() < NAMES_KEPT && !unknownNames.contains(name)) {
        unknownNames.add(name);
      }
    }
    return found;
  }

  void text(Field field, String text) {
    knownInRow++;
    if (text.length() > LONGEST_VALUE) {
      throw unusable(field, "has more than %,d characters".formatted(LONGEST_VALUE));
    }
    if (scorer.set(field, text) == CellOutcome.UNREADABLE) {
      throw unusable(field, "is no %s: '%s'".formatted(field.facts().type().json(), brief(text)));
    }
  }

  void number(Field field, double number) {
    knownInRow++;
    if (scorer.set(field, number) == CellOutcome.UNREADABLE) {
      throw unusable(field, "is not a finite number");
    }
  }

  void nothing(Field field) {
    knownInRow++;
    scorer.set(field, Double.NaN);
  }

  void end() {
    if (knownInRow == 0 && unknownInRow > 0) {
      throw unusable(
          unknownNames.isEmpty() ? "" : unknownNames.getFirst(),
          "is none of the endpoint's columns, nor is any other of the row");
    }
    double value = scorer.predict();
    if (!Double.isFinite(value)) {
      throw new HttpProblem(
          500,
          "Model.NotFinite",
          "row %d: no member of %s predicts a finite number".formatted(rows, serving.name()),
          OptionalInt.of(rows),
          Optional.empty());
    }
    missing += scorer.countMissing();
    unseen += scorer.countUnseen();
    unknown += unknownInRow;
    keep(value);
  }

  private void keep(double value) {
    int at = rows * width;
    if (at == values.length) {
      values = Arrays.copyOf(values, Math.max(4 * width, 2 * values.length));
    }
    values[at] = value;
    for (int member = 0; member + 1 < width; member++) {
      values[at + 1 + member] = scorer.prediction(member);
    }
    rows++;
  }

  HttpProblem unusable(Field field, String why) {
    return unusable(field.name(), why);
  }

  /** Names the row under way. */
  HttpProblem unusable(String field, String why) {
    String message = "row %d: %s %s".formatted(rows, field.isEmpty() ? "it" : field, why);
    return HttpProblem.unprocessable(message, rows, field);
  }

  private static String brief(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
