// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.request;

import io.odometer.core.serving.EndpointScorer;
import io.odometer.core.serving.Field;
import io.odometer.core.serving.Fields;
import io.odometer.core.serving.RecordCells;
import io.odometer.core.serving.RecordIntake;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.serving.UnreadableBody;
import io.odometer.core.serving.UnusableRecord;
import io.odometer.platform.http.HttpProblem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one request on their way through an endpoint: takes cells, keeps predictions and
 * counts what was odd. For one thread.
 */
public final class PredictionRun implements RecordCells {
  private final ServingEndpoint serving;
  private final EndpointScorer scorer;
  private final RecordIntake intake;
  private final int rowLimit;
  private final PredictedRows predicted;
  private long unknown;
  private long missing;
  private long unseen;

  public PredictionRun(ServingEndpoint serving, EndpointScorer scorer, int rowLimit) {
    this.serving = serving;
    this.scorer = scorer;
    this.intake = new RecordIntake(serving, scorer);
    this.rowLimit = rowLimit;
    this.predicted = new PredictedRows(serving.members().size());
  }

  public ServingEndpoint serving() {
    return serving;
  }

  public PredictedRows predicted() {
    return predicted;
  }

  public int rows() {
    return predicted.rows();
  }

  public double value(int row) {
    return predicted.value(row);
  }

  public double prediction(int row, int member) {
    return predicted.prediction(row, member);
  }

  /** Cells of columns that the training data did not have. */
  public long unknown() {
    return unknown;
  }

  /** The first few columns that the training data did not have. */
  public List<String> unknownNames() {
    return intake.unknownNames();
  }

  /** Cells that were missing and are imputed. */
  public long missing() {
    return missing;
  }

  /** Cells with a name that no training row held. */
  public long unseen() {
    return unseen;
  }

  @Override
  public Fields fields() {
    return intake.fields();
  }

  @Override
  public @Nullable Field field(String name) {
    return intake.field(name);
  }

  @Override
  public void text(Field field, String text) {
    intake.text(field, text);
  }

  @Override
  public void number(Field field, double number) {
    intake.number(field, number);
  }

  @Override
  public void nothing(Field field) {
    intake.nothing(field);
  }

  @Override
  public void begin() {
    if (rows() == rowLimit) {
      throw new HttpProblem(
          413,
          "PayloadTooLarge",
          "a request has at most %,d rows: send several".formatted(rowLimit),
          OptionalInt.empty(),
          Optional.empty());
    }
    intake.begin();
  }

  @Override
  public void end() {
    intake.end();
    double value = intake.value();
    if (!Double.isFinite(value)) {
      throw new HttpProblem(
          500,
          "Model.NotFinite",
          "row %d: no member of %s predicts a finite number".formatted(rows(), serving.name()),
          OptionalInt.of(rows()),
          Optional.empty());
    }
    missing += scorer.countMissing();
    unseen += scorer.countUnseen();
    unknown += intake.unknown();
    predicted.add(value, scorer::prediction);
  }

  /** Names the row under way. */
  HttpProblem unusable(UnusableRecord record) {
    String message = "row %d: %s".formatted(rows(), record.getMessage());
    return HttpProblem.unprocessable(message, rows(), record.field());
  }

  static HttpProblem unreadable(UnreadableBody body) {
    return body.isWellFormed()
        ? HttpProblem.unprocessable(body.reason())
        : HttpProblem.badRequest(body.reason());
  }
}
