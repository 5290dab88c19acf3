// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.MonitoringSettings;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.project.Split;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.scoring.ManifestContent;
import io.odometer.core.scoring.ManifestInput;
import io.odometer.core.scoring.PrepareInput;
import io.odometer.core.scoring.Prepared;
import io.odometer.core.scoring.PublishInput;
import io.odometer.core.scoring.Published;
import io.odometer.core.scoring.ScoreInput;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.scoring.ScoringRange;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.Digests;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.core.training.ObjectVersion;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import io.odometer.scorer.plan.Champions;
import io.odometer.scorer.plan.ScoringManifest;
import io.odometer.scorer.prepare.PreprocessTask;
import io.odometer.scorer.prepare.ReadManifestTask;
import io.odometer.scorer.publish.PublishTask;
import io.odometer.scorer.score.ScoreTask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import tools.jackson.databind.JsonNode;

/** One execution of the scoring workflow, its tasks called in turn as the worker calls them. */
final class ScoringRun {
  static final Instant STARTED = Instant.parse("2026-03-04T05:06:07.089Z");
  static final ProjectName PROJECT = new ProjectName("cars");

  private static final Instant PUBLISHED = STARTED.plusSeconds(2);

  private final ObjectStore store;
  private final Endpoint endpoint;
  private final ExecutionId execution;
  private final ScoringSettings settings;
  private final Map<String, TaskHandler> handlers;
  private final List<JsonNode> progress = new ArrayList<>();

  ScoringRun(
      String name,
      ObjectStore store,
      Endpoint endpoint,
      ScoringSettings settings,
      long rangeBytes) {
    this.store = store;
    this.endpoint = endpoint;
    this.execution = ExecutionId.of("batch-scoring", name);
    this.settings = settings;
    Champions champions = new Champions(store, 1 << 24);
    this.handlers =
        Map.of(
            "read-manifest", new ReadManifestTask(store),
            "preprocess", new PreprocessTask(store, champions, rangeBytes),
            "score",
                new ScoreTask(store, champions, ForkJoinPool.commonPool(), 3, System::nanoTime),
            "publish", new PublishTask(store, InstantSource.fixed(PUBLISHED)));
  }

  ExecutionId execution() {
    return execution;
  }

  List<JsonNode> progress() {
    return progress;
  }

  ObjectVersion drop(String name, byte[] content) {
    return put(ScoringObjects.input(PROJECT, name), content);
  }

  ObjectVersion put(ObjectKey key, String content) {
    return put(key, content.getBytes(UTF_8));
  }

  private ObjectVersion put(ObjectKey key, byte[] content) {
    ObjectInfo info = store.put(key, content, new PutCondition.Always());
    return new ObjectVersion(info.key(), info.etag(), info.size());
  }

  ObjectVersion drop(String name, String content) {
    return drop(name, content.getBytes(UTF_8));
  }

  ManifestContent readManifest(ObjectVersion manifest) {
    return run("read-manifest", new ManifestInput(PROJECT, manifest), ManifestContent.class);
  }

  Prepared prepare(ObjectVersion file) {
    return prepare(file, false);
  }

  Prepared prepare(ObjectVersion file, boolean again) {
    return run(
        "preprocess", new PrepareInput(project(settings), file, endpoint, again), Prepared.class);
  }

  ObjectKey score(Prepared prepared, ScoringRange range) {
    return run("score", new ScoreInput(prepared.plan(), range), ObjectKey.class);
  }

  List<ObjectKey> score(Prepared prepared) {
    return prepared.ranges().stream().map(range -> score(prepared, range)).toList();
  }

  Published publish(Prepared prepared, List<ObjectKey> ranges) {
    return run("publish", new PublishInput(prepared.plan(), ranges), Published.class);
  }

  /** From the dropped file to the published output. */
  Published score(ObjectVersion file) {
    return score(file, false);
  }

  Published score(ObjectVersion file, boolean again) {
    Prepared prepared = prepare(file, again);
    return publish(prepared, score(prepared));
  }

  byte[] read(ObjectKey key) {
    return store.read(key);
  }

  String output(ObjectVersion file) {
    return new String(read(ScoringObjects.output(PROJECT, file.key())), UTF_8);
  }

  String rejects(ObjectVersion file) {
    return store.find(ScoringObjects.rejects(PROJECT, file.key())).isEmpty()
        ? ""
        : new String(read(ScoringObjects.rejects(PROJECT, file.key())), UTF_8);
  }

  ScoringManifest manifest(ObjectVersion file) {
    return Json.read(read(ScoringObjects.manifest(PROJECT, file.key())), ScoringManifest.class);
  }

  static Project project(ScoringSettings settings) {
    return new Project(
        PROJECT,
        "price",
        Map.of(Algorithm.XGBOOST, Map.of()),
        Split.DEFAULT,
        Map.of(),
        EndpointRule.DEFAULT,
        null,
        Map.of(),
        List.of(),
        Duration.ofSeconds(2),
        settings,
        MonitoringSettings.DEFAULT,
        List.of(),
        1);
  }

  /** Through JSON both ways, as the payloads travel. */
  private <T> T run(String task, Object input, Class<T> output) {
    TaskHandler handler = handlers.get(task);
    if (handler == null) {
      throw new IllegalArgumentException("no task " + task);
    }
    byte[] payload = Json.bytes(input);
    Context context = new Context(task + "/" + Digests.sha256(payload).substring(0, 12));
    return Json.read(Json.bytes(handler.run(context, Json.tree(payload))), output);
  }

  private final class Context implements TaskContext {
    private final String path;

    private Context(String path) {
      this.path = path;
    }

    @Override
    public ExecutionId execution() {
      return execution;
    }

    @Override
    public Instant executionStartedAt() {
      return STARTED;
    }

    @Override
    public ObjectKey folder() {
      return new ObjectKey(Buckets.WORK, execution + "/" + path);
    }

    @Override
    public void progress(JsonNode told) {
      progress.add(told);
    }
  }
}
