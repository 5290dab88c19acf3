// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.answer;

import io.odometer.core.json.Json;
import io.odometer.core.serving.Member;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.text.ByteText;
import io.odometer.inference.request.PredictionRun;
import java.util.List;

/** How predictions are written. */
public enum AnswerForm {
  /** Ours: value, rule, members, and notes of what was odd if anything was. */
  JSON("application/json"),
  /** A header, then the value and each member's prediction. */
  CSV("text/csv; charset=utf-8"),
  /** {@code {"predictions":[{"score":…}]}}. */
  SAGEMAKER_JSON("application/json"),
  /** One number a line. */
  SAGEMAKER_CSV("text/csv; charset=utf-8"),
  /** {@code {"score":…}} a line. */
  SAGEMAKER_LINES("application/jsonlines");

  private static final String SCORE = "{\"score\":";
  private static final int ROW_SIZE = 200;

  private final String contentType;

  AnswerForm(String contentType) {
    this.contentType = contentType;
  }

  public String contentType() {
    return contentType;
  }

  public byte[] write(PredictionRun run, String requestId) {
    ByteText text = new ByteText(ROW_SIZE + run.rows() * ROW_SIZE / 2);
    switch (this) {
      case JSON -> json(text, run, requestId);
      case CSV -> csv(text, run);
      case SAGEMAKER_JSON -> sageMakerJson(text, run);
      case SAGEMAKER_CSV -> lines(text, run);
      case SAGEMAKER_LINES -> scoreLines(text, run);
    }
    return text.toBytes();
  }

  private static void json(ByteText text, PredictionRun run, String requestId) {
    ServingEndpoint serving = run.serving();
    List<Member> members = serving.members();
    String rule = serving.combination().rule().json();
    text.add("{\"endpoint\":\"").add(serving.name());
    text.add("\",\"requestId\":").add(Json.text(requestId)).add(",\"predictions\":[");
    for (int row = 0; row < run.rows(); row++) {
      separate(text, row).add("{\"value\":").add(run.value(row));
      text.add(",\"rule\":\"").add(rule).add("\",\"members\":{");
      for (int i = 0; i < members.size(); i++) {
        separate(text, i).add('"').add(members.get(i).algorithm());
        finite(text.add("\":{\"value\":"), run.prediction(row, i));
        text.add(",\"version\":\"").add(members.get(i).version()).add("\"}");
      }
      text.add("}}");
    }
    text.add(']');
    notes(text, run);
    text.add('}');
  }

  private static ByteText separate(ByteText text, int index) {
    return index == 0 ? text : text.add(',');
  }

  private static ByteText finite(ByteText text, double value) {
    return Double.isFinite(value) ? text.add(value) : text.add("null");
  }

  private static void notes(ByteText text, PredictionRun run) {
    if (run.unknown() + run.missing() + run.unseen() == 0) {
      return;
    }
    text.add(",\"notes\":{\"unknownValuesIgnored\":").add(run.unknown());
    if (!run.unknownNames().isEmpty()) {
      text.add(",\"unknownColumns\":").add(Json.bytes(run.unknownNames()));
    }
    text.add(",\"missingValuesImputed\":").add(run.missing());
    text.add(",\"unseenCategories\":").add(run.unseen()).add('}');
  }

  private static void csv(ByteText text, PredictionRun run) {
    List<Member> members = run.serving().members();
    text.add("value");
    members.forEach(member -> text.add(',').add(member.algorithm()));
    text.add('\n');
    for (int row = 0; row < run.rows(); row++) {
      text.add(run.value(row));
      for (int member = 0; member < members.size(); member++) {
        text.add(',');
        double value = run.prediction(row, member);
        if (Double.isFinite(value)) {
          text.add(value);
        }
      }
      text.add('\n');
    }
  }

  private static void sageMakerJson(ByteText text, PredictionRun run) {
    text.add("{\"predictions\":[");
    for (int row = 0; row < run.rows(); row++) {
      separate(text, row).add(SCORE).add(run.value(row)).add('}');
    }
    text.add(']').add('}');
  }

  private static void lines(ByteText text, PredictionRun run) {
    for (int row = 0; row < run.rows(); row++) {
      text.add(run.value(row)).add('\n');
    }
  }

  private static void scoreLines(ByteText text, PredictionRun run) {
    for (int row = 0; row < run.rows(); row++) {
      text.add(SCORE).add(run.value(row)).add('}').add('\n');
    }
  }
}
