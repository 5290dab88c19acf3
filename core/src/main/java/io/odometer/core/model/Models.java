// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads models of every kind that the evaluators know. */
public final class Models {
  private Models() {}

  /**
   * Reads XGBoost's own JSON ({@code learner.gradient_booster…}) or the linear model's JSON ({@code
   * "kind": "linear"}).
   *
   * @throws io.odometer.core.error.OdometerException {@code Model.Unsupported} for any other kind
   *     of model, booster or objective; {@code Model.Corrupt} for what is no model
   */
  public static Model read(byte[] json) {
    try {
      SortedSet<String> fields = topLevelFields(json);
      if (fields.contains("learner")) {
        return XgBoostReader.read(json).model();
      }
      if (fields.contains("kind")) {
        return LinearModel.read(json);
      }
      throw new OdometerException(
          Errors.MODEL_UNSUPPORTED,
          "a model has the field 'learner' (XGBoost) or 'kind' (linear); this one has " + fields);
    } catch (JacksonException malformed) {
      throw new OdometerException(
          Errors.MODEL_CORRUPT,
          "the model is not JSON of the expected shape: " + malformed.getOriginalMessage(),
          malformed);
    }
  }

  /**
   * What each feature contributes to an XGBoost model: the total gain of its splits.
   *
   * @return one a feature, at least 0
   */
  public static double[] gains(byte[] xgboostJson) {
    return XgBoostReader.gains(xgboostJson);
  }

  private static SortedSet<String> topLevelFields(byte[] json) {
    SortedSet<String> fields = new TreeSet<>();
    try (JsonParser parser = Json.mapper().createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new OdometerException(Errors.MODEL_CORRUPT, "the model is not a JSON object");
      }
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        fields.add(name);
        parser.nextToken();
        parser.skipChildren();
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw new OdometerException(Errors.MODEL_CORRUPT, "the model's JSON does not end cleanly");
      }
    }
    return fields;
  }
}
