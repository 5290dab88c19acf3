// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.parameter;

import io.odometer.core.error.DidYouMean;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.project.Algorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * All hyperparameters of an algorithm.
 *
 * @param refused names that the library knows and we do not take, each with the reason
 */
public record ParameterTable(
    Algorithm algorithm, List<Parameter> parameters, Map<String, String> refused) {
  public ParameterTable {
    parameters = List.copyOf(parameters);
    refused = Map.copyOf(refused);
  }

  /**
   * Names made canonical, values checked, defaults filled in.
   *
   * @throws OdometerException {@code Project.Invalid} naming every unknown name, every value that
   *     does not fit and every hyperparameter set twice
   */
  public SortedMap<String, JsonNode> resolve(Map<String, JsonNode> given) {
    List<String> problems = new ArrayList<>();
    SortedMap<String, JsonNode> resolved = new TreeMap<>();
    new TreeMap<>(given)
        .forEach((name, value) -> resolveOne(name, value, resolved).ifPresent(problems::add));
    if (!problems.isEmpty()) {
      throw new OdometerException(Errors.PROJECT_INVALID, String.join("; ", problems));
    }
    for (Parameter parameter : parameters) {
      if (parameter.unset() != null) {
        resolved.putIfAbsent(parameter.name(), parameter.unset());
      }
    }
    return resolved;
  }

  private Optional<String> resolveOne(String name, JsonNode value, Map<String, JsonNode> resolved) {
    Optional<Parameter> parameter =
        parameters.stream().filter(candidate -> candidate.answersTo(name)).findFirst();
    if (parameter.isEmpty()) {
      return Optional.of(unknown(name));
    }
    Kind kind = parameter.get().kind();
    Optional<JsonNode> read = kind.read(value);
    if (read.isEmpty()) {
      return Optional.of("%s must be %s, not %s".formatted(path(name), kind.description(), value));
    }
    JsonNode other = resolved.put(parameter.get().name(), read.get());
    return other == null
        ? Optional.empty()
        : Optional.of("%s is set twice, under two names".formatted(path(parameter.get().name())));
  }

  private String unknown(String name) {
    String reason = refused.get(name);
    if (reason != null) {
      return "%s is not taken: %s".formatted(path(name), reason);
    }
    return "%s is no hyperparameter%s"
        .formatted(
            path(name), nearest(name).map(known -> "; did you mean " + known + "?").orElse(""));
  }

  private Optional<String> nearest(String name) {
    List<String> known =
        parameters.stream()
            .flatMap(taken -> Stream.concat(Stream.of(taken.name()), taken.aliases().stream()))
            .toList();
    return DidYouMean.nearest(name, known);
  }

  private String path(String name) {
    return "algorithms." + algorithm + "." + name;
  }
}
