// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How far the scoring of one file is.
 *
 * @param step what is done now
 * @param percent of the file's bytes that are scored
 * @param rowsPerSecond of all workers together, now
 */
record ScoringProgress(Step step, long rows, int percent, long rowsPerSecond) {
  /** What is done one after the other. */
  enum Step {
    STARTING("starting"),
    WAITING("waiting: the project has no champion yet"),
    READING("looking at the file"),
    SCORING("scoring"),
    PUBLISHING("publishing"),
    ENDED("done");

    private final String text;

    Step(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final Pattern SCORE = Pattern.compile("Files\\[0]/Ranges\\[\\d+]/Score");

  /**
   * @param execution as the control API tells it
   */
  static ScoringProgress of(JsonNode execution) {
    List<JsonNode> states = execution.path("states").valueStream().toList();
    List<JsonNode> ranges = states.stream().filter(ScoringProgress::isScore).toList();
    return new ScoringProgress(
        step(execution, states),
        ranges.stream().mapToLong(range -> range.path("progress").path("rows").asLong(0)).sum(),
        percent(ranges, announced(states)),
        ranges.stream().filter(ScoringProgress::isRunning).mapToLong(ScoringProgress::rate).sum());
  }

  private static Step step(JsonNode execution, List<JsonNode> states) {
    if (!isRunning(execution)) {
      return Step.ENDED;
    }
    return states.stream()
        .filter(ScoringProgress::isRunning)
        .map(state -> state.path("path").asString(""))
        .map(ScoringProgress::step)
        .max(Step::compareTo)
        .orElse(Step.STARTING);
  }

  private static Step step(String path) {
    return switch (path) {
      case "WaitForChampion" -> Step.WAITING;
      case "Files[0]/Preprocess" -> Step.READING;
      case "Files[0]/Publish" -> Step.PUBLISHING;
      default -> path.startsWith("Files[0]/Ranges") ? Step.SCORING : Step.STARTING;
    };
  }

  /** How many ranges there are, as far as they were told of: those to come are not seen yet. */
  private static int announced(List<JsonNode> states) {
    return states.stream()
        .filter(state -> state.path("path").asString("").equals("Files[0]/Preprocess"))
        .mapToInt(state -> state.path("progress").path("ranges").asInt(0))
        .max()
        .orElse(0);
  }

  /** All ranges but the last are of about the same size. */
  private static int percent(List<JsonNode> ranges, int announced) {
    int count = Math.max(ranges.size(), announced);
    int sum = ranges.stream().mapToInt(ScoringProgress::percent).sum();
    return count == 0 ? 0 : sum / count;
  }

  private static int percent(JsonNode range) {
    return isRunning(range) ? range.path("progress").path("percent").asInt(0) : 100;
  }

  private static long rate(JsonNode range) {
    return range.path("progress").path("rowsPerSecond").asLong(0);
  }

  private static boolean isScore(JsonNode state) {
    return SCORE.matcher(state.path("path").asString("")).matches();
  }

  private static boolean isRunning(JsonNode state) {
    return state.path("status").asString("").equals("RUNNING");
  }
}
