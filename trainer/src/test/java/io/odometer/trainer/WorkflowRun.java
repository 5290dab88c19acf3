// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.Baseline;
import io.odometer.core.monitoring.BaselineFiles;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.MonitoringSettings;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.project.Split;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.core.training.AlgorithmChoice;
import io.odometer.core.training.Candidate;
import io.odometer.core.training.EvaluateInput;
import io.odometer.core.training.Evaluation;
import io.odometer.core.training.Gate;
import io.odometer.core.training.ObjectVersion;
import io.odometer.core.training.PreparedData;
import io.odometer.core.training.PreprocessInput;
import io.odometer.core.training.RegisterInput;
import io.odometer.core.training.RegisteredModel;
import io.odometer.core.training.TrainInput;
import io.odometer.learners.Learners;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import io.odometer.trainer.preprocess.PreprocessLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One execution of the training workflow, its tasks called in turn as the worker calls them. */
final class WorkflowRun {
  private final ExecutionId execution;
  private final Instant startedAt;
  private final ObjectStore store;
  private final Map<String, TaskHandler> handlers;
  private final List<JsonNode> progress = new ArrayList<>();

  WorkflowRun(String name, Instant startedAt, ObjectStore store) {
    this.execution = ExecutionId.of("training", name);
    this.startedAt = startedAt;
    this.store = store;
    this.handlers =
        Trainer.handlers(store, Learners.installed(), PreprocessLimits.forHeap(1L << 30));
    Buckets.ALL.forEach(store::ensureBucket);
  }

  /** A project that trains one algorithm. */
  static Project project(
      Algorithm algorithm, Map<String, ?> hyperparameters, @Nullable Double threshold) {
    Map<String, JsonNode> settings = new HashMap<>();
    hyperparameters.forEach((name, value) -> settings.put(name, Json.toTree(value)));
    return new Project(
        new ProjectName("cars"),
        "price",
        Map.of(algorithm, settings),
        Split.DEFAULT,
        Map.of(),
        EndpointRule.DEFAULT,
        threshold,
        Map.of(),
        List.of(),
        Duration.ofSeconds(2),
        ScoringSettings.DEFAULT,
        MonitoringSettings.DEFAULT,
        List.of(),
        1);
  }

  ObjectVersion drop(String name, String csv) {
    ObjectKey key = new ObjectKey(Buckets.TRAINING, "cars/" + name);
    ObjectInfo info =
        store.put(key, csv.getBytes(StandardCharsets.UTF_8), new PutCondition.Always());
    return new ObjectVersion(key, info.etag(), info.size());
  }

  PreparedData preprocess(Project project, ObjectVersion... objects) {
    return run("preprocess", new PreprocessInput(project, List.of(objects)), PreparedData.class);
  }

  Candidate train(Project project, PreparedData data) {
    return run("train", new TrainInput(project, choice(project), data), Candidate.class);
  }

  Evaluation evaluate(
      Project project, PreparedData data, Candidate candidate, @Nullable Endpoint endpoint) {
    return run(
        "evaluate",
        new EvaluateInput(project, choice(project), data, candidate, endpoint),
        Evaluation.class);
  }

  RegisteredModel register(
      Project project, PreparedData data, Candidate candidate, Evaluation evaluation, Gate gate) {
    List<Baseline> baselines = gate == Gate.ACCEPTED ? baselines() : List.of();
    return register(project, data, candidate, evaluation, gate, baselines);
  }

  RegisteredModel register(
      Project project,
      PreparedData data,
      Candidate candidate,
      Evaluation evaluation,
      Gate gate,
      List<Baseline> baselines) {
    return run(
        "register",
        new RegisterInput(project, choice(project), data, candidate, evaluation, gate, baselines),
        RegisteredModel.class);
  }

  /** Files of the monitor's names; what is in them is none of the trainer's business. */
  List<Baseline> baselines() {
    return List.of(
        baseline("data-baseline", BaselineFiles.STATISTICS, BaselineFiles.CONSTRAINTS),
        baseline(
            "model-baseline",
            BaselineFiles.MODEL_STATISTICS,
            BaselineFiles.MODEL_CONSTRAINTS,
            BaselineFiles.PREDICTION_STATISTICS));
  }

  private Baseline baseline(String task, String... files) {
    ObjectKey folder = new Context(task).folder();
    for (String file : files) {
      byte[] content = ("{\"file\":\"" + file + "\"}").getBytes(StandardCharsets.UTF_8);
      store.put(folder.child(file), content, new PutCondition.Always());
    }
    return new Baseline(folder, List.of(files));
  }

  /** From the file to a registered version, accepted. */
  RegisteredModel publish(Project project, ObjectVersion... objects) {
    PreparedData data = preprocess(project, objects);
    Candidate candidate = train(project, data);
    Evaluation evaluation = evaluate(project, data, candidate, null);
    return register(project, data, candidate, evaluation, Gate.ACCEPTED);
  }

  Endpoint endpoint(RegisteredModel... champions) {
    return new Endpoint(
        new ProjectName("cars"),
        1,
        EndpointRule.DEFAULT,
        List.of(champions).stream().map(RegisteredModel::id).toList(),
        execution,
        startedAt);
  }

  List<JsonNode> progress() {
    return progress;
  }

  private static AlgorithmChoice choice(Project project) {
    Map.Entry<Algorithm, Map<String, JsonNode>> only =
        project.algorithms().entrySet().iterator().next();
    return new AlgorithmChoice(only.getKey(), only.getValue());
  }

  /** Through JSON both ways, as the payloads travel. */
  private <T> T run(String task, Object input, Class<T> output) {
    TaskHandler handler = handlers.get(task);
    if (handler == null) {
      throw new IllegalArgumentException("no task " + task);
    }
    JsonNode payload = Json.tree(Json.bytes(input));
    return Json.read(Json.bytes(handler.run(new Context(task), payload)), output);
  }

  private final class Context implements TaskContext {
    private final String task;

    private Context(String task) {
      this.task = task;
    }

    @Override
    public ExecutionId execution() {
      return execution;
    }

    @Override
    public Instant executionStartedAt() {
      return startedAt;
    }

    @Override
    public ObjectKey folder() {
      return new ObjectKey(Buckets.WORK, execution + "/" + task + "/0123");
    }

    @Override
    public void progress(JsonNode told) {
      progress.add(told);
    }
  }
}
