// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.request;

/** How a body holds its records. */
public enum RequestForm {
  JSON,
  JSON_LINES,
  /** With a header. */
  NAMED_CSV,
  /** In column order, as SageMaker sends it. */
  POSITIONAL_CSV;

  /**
   * Predicts every record of the body; all or none.
   *
   * @throws io.odometer.core.serving.UnusableRecord naming the field that cannot be used
   * @throws io.odometer.platform.http.HttpProblem if it is no list of records
   * @throws tools.jackson.core.JacksonException where it is not JSON
   */
  public void read(byte[] body, PredictionRun run) {
    switch (this) {
      case JSON -> JsonRecords.readDocument(body, run);
      case JSON_LINES -> JsonRecords.readLines(body, run);
      case NAMED_CSV -> CsvRecords.readNamed(body, run);
      case POSITIONAL_CSV -> CsvRecords.readPositional(body, run);
    }
  }
}
