// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelRecord;
import io.odometer.core.registry.Stage;
import io.odometer.core.training.DeployInput;
import io.odometer.core.training.Evaluation;
import io.odometer.core.training.Gate;
import io.odometer.core.training.RegisteredModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Enters the versions of one execution in the registry. Accepted ones become champions together;
 * champions of algorithms that the project no longer names leave with the next change.
 */
record Deployment(Registry registry, Project settings, DeployInput input) {
  /** What the registry is then, and what has to be told. */
  record Result(Registry registry, List<ProjectEffect> effects) {}

  /** The same deployment was carried out before: its answer got lost, or came too late. */
  boolean isDone(ExecutionId execution) {
    Endpoint endpoint = registry.endpoint();
    return endpoint != null
        && endpoint.execution().equals(execution)
        && accepted().stream().allMatch(model -> endpoint.members().contains(model.id()))
        && !accepted().isEmpty();
  }

  Result carryOut(ExecutionId execution, Instant now) {
    List<ProjectEffect> effects = new ArrayList<>();
    for (RegisteredModel model : input.models()) {
      if (model.gate() != Gate.ACCEPTED) {
        ModelRecord rejected = entry(model, Stage.REJECTED, execution, now);
        effects.add(new ProjectEffect.StoreModel(rejected));
        effects.add(Happenings.rejected(rejected, model, settings));
      }
    }
    return accepted().isEmpty() ? new Result(registry, effects) : crown(execution, now, effects);
  }

  private Result crown(ExecutionId execution, Instant now, List<ProjectEffect> effects) {
    Map<Algorithm, ModelRecord> champions = new TreeMap<>(registry.champions());
    for (RegisteredModel model : accepted()) {
      ModelRecord champion = entry(model, Stage.CHAMPION, execution, now);
      retire(champions.put(model.id().algorithm(), champion), effects);
      effects.add(new ProjectEffect.StoreModel(champion));
      effects.add(Happenings.registered(champion));
    }
    registry.champions().keySet().stream()
        .filter(algorithm -> !settings.algorithms().containsKey(algorithm))
        .forEach(algorithm -> retire(champions.remove(algorithm), effects));
    Endpoint endpoint = endpoint(champions, execution, now);
    effects.add(new ProjectEffect.StoreEndpoint(endpoint));
    effects.add(Happenings.endpointUpdated(endpoint));
    return new Result(new Registry(endpoint, champions), effects);
  }

  private Endpoint endpoint(
      Map<Algorithm, ModelRecord> champions, ExecutionId execution, Instant now) {
    return new Endpoint(
        settings.name(),
        registry.version() + 1,
        settings.endpoint(),
        champions.values().stream().map(ModelRecord::id).toList(),
        execution,
        now);
  }

  private static void retire(@Nullable ModelRecord champion, List<ProjectEffect> effects) {
    if (champion != null) {
      effects.add(
          new ProjectEffect.StoreModel(
              new ModelRecord(
                  champion.id(),
                  Stage.RETIRED,
                  champion.metrics(),
                  champion.reason(),
                  champion.execution(),
                  champion.createdAt())));
    }
  }

  private List<RegisteredModel> accepted() {
    return input.models().stream().filter(model -> model.gate() == Gate.ACCEPTED).toList();
  }

  private ModelRecord entry(
      RegisteredModel model, Stage stage, ExecutionId execution, Instant now) {
    return new ModelRecord(
        model.id(), stage, model.evaluation().metrics(), reason(model), execution, now);
  }

  private String reason(RegisteredModel model) {
    if (model.reason() != null) {
      return model.reason();
    }
    double rmse = model.evaluation().metrics().rmse();
    Evaluation.ChampionScore champion = model.evaluation().champion();
    return switch (model.gate()) {
      case ABOVE_THRESHOLD ->
          String.format(
              Locale.ROOT, "RMSE %.6g is above the threshold %s", rmse, settings.threshold());
      case WORSE_THAN_CHAMPION, ACCEPTED ->
          champion == null
              ? String.format(Locale.ROOT, "RMSE %.6g; there was no champion", rmse)
              : String.format(
                  Locale.ROOT,
                  "RMSE %.6g, champion %s has %.6g on the same rows",
                  rmse,
                  champion.id().version(),
                  champion.metrics().rmse());
    };
  }
}
