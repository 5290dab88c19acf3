// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.filter.RecordPath;
import io.odometer.core.json.Json;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.scoring.ScoringCounts;
import io.odometer.core.serving.EndpointScorer;
import io.odometer.core.serving.JsonRecordReader;
import io.odometer.core.serving.RecordIntake;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.serving.UnusableRecord;
import io.odometer.scorer.record.Block;
import java.nio.charset.Charset;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Scores JSON Lines, a record a line. */
final class JsonBlockScorer implements BlockScorer {
  private final ScoringSettings settings;
  private final Charset charset;
  private final CaptureFrame frame;
  private final EndpointScorer scorer;
  private final RecordIntake intake;
  private final double[] values;

  JsonBlockScorer(
      ServingEndpoint serving, ScoringSettings settings, Charset charset, CaptureFrame frame) {
    this.settings = settings;
    this.charset = charset;
    this.frame = frame;
    this.scorer = serving.scorers().take();
    this.intake = new RecordIntake(serving, scorer);
    this.values = new double[1 + serving.members().size()];
  }

  @Override
  public ScoredBlock score(Block block) {
    JsonRows rows = new JsonRows(settings, charset);
    Rejects rejects = new Rejects(settings.neutralizeFormulas());
    CaptureRows capture = new CaptureRows(frame);
    long scored = 0;
    for (int i = 0; i < block.count(); i++) {
      RawRecord raw = new RawRecord(block, i);
      String text = raw.text(charset);
      if (!text.isBlank()) {
        scored += row(raw, text, rows, rejects, capture) ? 1 : 0;
      }
    }
    return new ScoredBlock(
        rows.text(),
        rejects.text(),
        capture.text(),
        new ScoringCounts(scored + rejects.count(), scored, rejects.count()),
        rejects.reasons());
  }

  /** Whether it was scored. */
  private boolean row(
      RawRecord raw, String text, JsonRows rows, Rejects rejects, CaptureRows capture) {
    try {
      JsonNode record = Json.strictTree(text);
      JsonNode visible = JsonRows.filtered(settings.inputFilter(), record);
      predict(settings.inputFilter(), text, visible);
      rows.add(raw, record, answer());
      if (capture.wants(raw.line())) {
        capture.add(raw.line(), features(visible), values);
      }
      return true;
    } catch (JacksonException malformed) {
      rejects.add(raw, "it is not JSON: '%s'".formatted(malformed.getOriginalMessage()), text);
    } catch (UnusableRecord unusable) {
      rejects.add(raw, String.valueOf(unusable.getMessage()), text);
    }
    return false;
  }

  /** Straight from the text where all of it counts, as the inference API reads it. */
  private void predict(RecordPath filter, String text, JsonNode visible) {
    intake.begin();
    try (JsonParser parser =
        filter.isWhole() ? Json.mapper().createParser(text) : Json.mapper().treeAsTokens(visible)) {
      JsonToken first = parser.nextToken();
      new JsonRecordReader(parser, intake).record(first);
    }
    intake.end();
    values[0] = intake.value();
    if (!Double.isFinite(values[0])) {
      throw UnusableRecord.notFinite();
    }
    for (int member = 1; member < values.length; member++) {
      values[member] = scorer.prediction(member - 1);
    }
  }

  /** The answer that the inference API gives on SageMaker's routes, and what it was made of. */
  private ObjectNode answer() {
    ObjectNode answer = Json.object().put("score", values[0]);
    frame.predictions(values).properties().stream()
        .filter(entry -> !entry.getKey().equals("prediction"))
        .forEach(entry -> answer.set(entry.getKey(), entry.getValue()));
    return answer;
  }

  private static ObjectNode features(JsonNode visible) {
    return visible.isObject() ? (ObjectNode) visible : Json.object().set("features", visible);
  }
}
