// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.json.Json;
import io.odometer.core.table.Hashes;
import io.odometer.core.text.ByteText;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of a block that are left for monitoring, one JSON object a line in the shape of
 * SageMaker's captured records, with {@code batchTransformOutput} as its merged batch records have
 * it. Which rows is decided by a hash of the line, so that another try leaves the same.
 */
final class CaptureRows {
  private static final String JSON = "application/json";

  private final CaptureFrame frame;
  private final ByteText text = new ByteText(0);

  CaptureRows(CaptureFrame frame) {
    this.frame = frame;
  }

  boolean wants(long line) {
    return frame.share() > 0 && Hashes.unit(Hashes.mix(line)) < frame.share();
  }

  /**
   * @param features the record as the models saw it
   */
  void add(long line, ObjectNode features, double[] values) {
    ObjectNode record = Json.object();
    ObjectNode data = record.putObject("captureData");
    payload(data.putObject("endpointInput"), "INPUT", features);
    payload(data.putObject("batchTransformOutput"), "OUTPUT", frame.predictions(values));
    record
        .putObject("eventMetadata")
        .put("eventId", frame.execution() + "/" + line)
        .put("inferenceTime", frame.time());
    record.put("eventVersion", "0");
    text.add(Json.bytes(record)).add('\n');
  }

  private static void payload(ObjectNode side, String mode, ObjectNode content) {
    side.put("observedContentType", JSON)
        .put("mode", mode)
        .put("data", Json.text(content))
        .put("encoding", "JSON");
  }

  ByteText text() {
    return text;
  }
}
