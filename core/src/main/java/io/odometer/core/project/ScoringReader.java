// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.filter.RecordPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code "scoring"}, {@code {"inputFilter": "$[1:]", "maxRejectRate": 0.01}}, and the file
 * beside an input that says the same for that input alone.
 */
final class ScoringReader {
  private static final List<String> KNOWN =
      List.of(
          "inputFilter",
          "joinSource",
          "outputFilter",
          "maxRejectRate",
          "neutralizeFormulas",
          "captureShare");

  private ScoringReader() {}

  static ScoringSettings read(Fields fields) {
    return fields
        .object("scoring")
        .map(scoring -> over(ScoringSettings.DEFAULT, scoring))
        .orElse(ScoringSettings.DEFAULT);
  }

  static ScoringSettings job(JsonNode job, ScoringSettings project) {
    if (!job.isObject()) {
      throw new OdometerException(
          Errors.JOB_INVALID, "a job is a JSON object such as {\"inputFilter\": \"$[1:]\"}");
    }
    List<Mistake> mistakes = new ArrayList<>();
    ScoringSettings settings = over(project, Fields.root(job, mistakes));
    if (!mistakes.isEmpty()) {
      throw new OdometerException(
          Errors.JOB_INVALID,
          mistakes.stream().map(Mistake::toString).collect(Collectors.joining("; ")));
    }
    return settings;
  }

  private static ScoringSettings over(ScoringSettings usual, Fields given) {
    given.refuseUnknown(KNOWN);
    return new ScoringSettings(
        path(given, "inputFilter", usual.inputFilter()),
        joinSource(given, usual.joinSource()),
        path(given, "outputFilter", usual.outputFilter()),
        share(given, "maxRejectRate", usual.maxRejectRate()),
        given.flag("neutralizeFormulas").orElse(usual.neutralizeFormulas()),
        share(given, "captureShare", usual.captureShare()));
  }

  private static RecordPath path(Fields given, String name, RecordPath usual) {
    return given
        .text(name)
        .flatMap(text -> given.checked(name, () -> RecordPath.parse(text)))
        .orElse(usual);
  }

  private static JoinSource joinSource(Fields given, JoinSource usual) {
    return given
        .text("joinSource")
        .flatMap(text -> given.checked("joinSource", () -> JoinSource.of(text)))
        .orElse(usual);
  }

  private static double share(Fields given, String name, double usual) {
    return given
        .number(name)
        .filter(share -> given.holds(share >= 0 && share <= 1, name, "is between 0 and 1"))
        .orElse(usual);
  }
}
