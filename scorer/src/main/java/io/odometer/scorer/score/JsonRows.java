// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.filter.RecordPath;
import io.odometer.core.json.Json;
import io.odometer.core.project.JoinSource;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.serving.UnusableRecord;
import io.odometer.core.text.ByteText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records of JSON Lines joined as SageMaker does: the answer is the record's member {@code
 * SageMakerOutput}; a record that is no object becomes the member {@code SageMakerInput} of a new
 * one. For one thread.
 */
final class JsonRows {
  private static final String INPUT = "SageMakerInput";
  private static final String OUTPUT = "SageMakerOutput";
  private static final byte[] SPLICE = (",\"" + OUTPUT + "\":").getBytes(StandardCharsets.UTF_8);

  private final ScoringSettings settings;
  private final Charset charset;
  private final ByteText text = new ByteText(1 << 12);

  /**
   * @param charset of the records; what is written is UTF-8
   */
  JsonRows(ScoringSettings settings, Charset charset) {
    this.settings = settings;
    this.charset = charset;
  }

  /**
   * @throws UnusableRecord when the output filter names what the record has not
   */
  void add(RawRecord raw, JsonNode record, JsonNode answer) {
    boolean joined = settings.joinSource() == JoinSource.INPUT;
    if (joined && settings.outputFilter().isWhole() && isSpliceable(record)) {
      splice(raw, answer);
    } else {
      JsonNode whole = joined ? joined(record, answer) : answer;
      text.add(Json.bytes(filtered(settings.outputFilter(), whole))).add('\n');
    }
  }

  private static boolean isSpliceable(JsonNode record) {
    return record.isObject() && !record.isEmpty() && !record.has(OUTPUT);
  }

  /** The record's own text stays as it is, to the last digit. */
  private void splice(RawRecord raw, JsonNode answer) {
    int end = raw.start() + raw.length();
    while (raw.bytes()[end - 1] != '}') {
      end--;
    }
    addRecord(raw, end - 1 - raw.start());
    text.add(SPLICE).add(Json.bytes(answer)).add('}').add('\n');
  }

  private void addRecord(RawRecord raw, int length) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      text.add(raw.bytes(), raw.start(), length);
    } else {
      text.add(new String(raw.bytes(), raw.start(), length, charset));
    }
  }

  private static JsonNode joined(JsonNode record, JsonNode answer) {
    ObjectNode whole =
        record.isObject() ? (ObjectNode) record.deepCopy() : Json.object().set(INPUT, record);
    return whole.set(OUTPUT, answer);
  }

  static JsonNode filtered(RecordPath filter, JsonNode record) {
    try {
      return filter.apply(record);
    } catch (IllegalArgumentException absent) {
      throw new UnusableRecord("", "does not fit the filter: " + absent.getMessage());
    }
  }

  ByteText text() {
    return text;
  }
}
