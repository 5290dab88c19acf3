// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import io.odometer.core.error.DidYouMean;
import io.odometer.core.project.ProjectName;
import io.odometer.core.scoring.ScoringKey;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.ObjectKey;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the body of a request to score says: {@code {"input": "a.csv", "again": true}}. */
record ScoreOrder(ObjectKey input, boolean again) {
  private static final List<String> FIELDS = List.of("input", "again");

  /**
   * @throws io.odometer.platform.http.HttpProblem naming the field that is wrong
   */
  static ScoreOrder read(ProjectName project, JsonNode body) {
    if (!body.isObject()) {
      throw Parameters.unprocessable("input", "the body is an object that names a file");
    }
    for (String name : body.propertyNames()) {
      if (!FIELDS.contains(name)) {
        throw Parameters.unprocessable(
            name, "there is no such field; " + DidYouMean.hint(name, FIELDS));
      }
    }
    return new ScoreOrder(input(project, body.path("input")), again(body.path("again")));
  }

  private static ObjectKey input(ProjectName project, JsonNode name) {
    if (!name.isString() || !ObjectKey.isPath(name.stringValue())) {
      throw Parameters.unprocessable("input", "is the name of a file below in/, such as a.csv");
    }
    ObjectKey key = ScoringObjects.input(project, name.stringValue());
    return switch (ScoringKey.of(key)) {
      case ScoringKey.Input input -> input.key();
      case ScoringKey.Job job ->
          throw Parameters.unprocessable("input", "%s is settings for a file".formatted(key));
      case ScoringKey.Useless useless ->
          throw Parameters.unprocessable("input", "%s: %s".formatted(key, useless.reason()));
      case ScoringKey.Elsewhere _ ->
          throw Parameters.unprocessable("input", "%s is nothing to score".formatted(key));
    };
  }

  private static boolean again(JsonNode again) {
    if (again.isMissingNode() || again.isNull()) {
      return false;
    }
    if (!again.isBoolean()) {
      throw Parameters.unprocessable("again", "is true or false, not " + again);
    }
    return again.booleanValue();
  }
}
