// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Turns looks at an execution into lines: what has happened since the look before. Steps that only
 * choose or rearrange are not worth a line.
 */
public final class ProgressReport {
  private static final Set<String> SHOWN = Set.of("Task", "Wait");
  private static final Pattern BRANCH = Pattern.compile("\\w+\\[(\\d+)]/");

  private static final Pattern FIRST_FILE = Pattern.compile("^Files\\[0]/");

  /** Branches of different states, whose names say enough. */
  private static final Pattern PARALLEL = Pattern.compile("(?:Baselines|Checks)\\[\\d+]/");

  private static final Pattern RANGE = Pattern.compile("Ranges\\[(\\d+)]/(\\w+)");

  private final Map<String, String> told = new HashMap<>();

  /** Lines for a person, in order; none if nothing changed. */
  public List<String> lines(JsonNode execution) {
    List<String> lines = new ArrayList<>();
    List<String> branches = algorithms(execution);
    int index = 0;
    for (JsonNode state : execution.path("states")) {
      String key = state.path("path").asString() + "#" + index++;
      if (SHOWN.contains(state.path("type").asString())) {
        String line = line(name(state, branches), state);
        if (!line.equals(told.put(key, line))) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  private static String line(String name, JsonNode state) {
    String what =
        switch (state.path("status").asString()) {
          case "SUCCEEDED" -> "done in " + seconds(state) + rows(state);
          case "RUNNING" -> progress(state);
          default ->
              "failed: %s, %s"
                  .formatted(state.path("error").asString(""), state.path("cause").asString(""));
        };
    return "  %-24s %s".formatted(name, what);
  }

  private static String progress(JsonNode state) {
    JsonNode progress = state.path("progress");
    String again = state.path("attempts").asInt() > 1 ? " again" : "";
    return progress.isObject() && !progress.isEmpty()
        ? progress.properties().stream()
            .map(entry -> entry.getKey() + " " + Numbers.plain(entry.getValue()))
            .collect(Collectors.joining(", "))
            .replace(", rounds ", " of ")
        : "started" + again;
  }

  private static String rows(JsonNode state) {
    JsonNode rows = state.path("progress").path("rows");
    return rows.isNumber() ? String.format(Locale.ROOT, ", %,d rows", rows.asLong()) : "";
  }

  private static String seconds(JsonNode state) {
    Instant entered = Instant.parse(state.path("enteredAt").asString());
    Instant exited = Instant.parse(state.path("exitedAt").asString());
    long milliseconds = Duration.between(entered, exited).toMillis();
    return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
  }

  /**
   * {@code Models[1]/Train} is told as {@code Train xgboost} when the branches have names, {@code
   * Files[0]/Ranges[2]/Score} as {@code Score range 3}.
   */
  private static String name(JsonNode state, List<String> branches) {
    String branched = PARALLEL.matcher(state.path("path").asString()).replaceFirst("");
    String path = FIRST_FILE.matcher(branched).replaceFirst("");
    var range = RANGE.matcher(path);
    if (range.matches()) {
      return "%s range %d".formatted(range.group(2), Integer.parseInt(range.group(1)) + 1);
    }
    var branch = BRANCH.matcher(path);
    if (!branch.lookingAt() || Integer.parseInt(branch.group(1)) >= branches.size()) {
      return path;
    }
    return path.substring(branch.end()) + " " + branches.get(Integer.parseInt(branch.group(1)));
  }

  private static List<String> algorithms(JsonNode execution) {
    return execution
        .path("input")
        .path("algorithms")
        .valueStream()
        .map(algorithm -> algorithm.path("name").asString())
        .toList();
  }
}
