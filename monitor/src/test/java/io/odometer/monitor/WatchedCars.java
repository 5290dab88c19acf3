// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.Baseline;
import io.odometer.core.monitoring.ChecksInput;
import io.odometer.core.monitoring.Consolidated;
import io.odometer.core.monitoring.DataBaselineInput;
import io.odometer.core.monitoring.DriftVerdict;
import io.odometer.core.monitoring.EvaluateDriftInput;
import io.odometer.core.monitoring.ModelBaselineInput;
import io.odometer.core.monitoring.QualityResult;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.AlarmRule;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.CombinationRule;
import io.odometer.core.project.DriftPolicy;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.MonitoringSettings;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.project.Split;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.serving.CellScorer;
import io.odometer.core.serving.ModelPackage;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.Digests;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.core.training.Candidate;
import io.odometer.core.training.PreparedData;
import io.odometer.core.training.RowCounts;
import io.odometer.monitor.consolidate.ConsolidateLimits;
import io.odometer.monitor.ledger.Bookmark;
import io.odometer.monitor.ledger.LedgerStore;
import io.odometer.monitor.payload.LabelRow;
import io.odometer.monitor.payload.LabelWriter;
import io.odometer.monitor.payload.PayloadColumns;
import io.odometer.monitor.payload.PayloadWriter;
import io.odometer.monitor.payload.Taken;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import io.odometer.testmodels.CarVersions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** A project with an endpoint, and runs of its monitor with the payload that a test makes. */
final class WatchedCars {
  static final ProjectName PROJECT = new ProjectName("cars");
  static final Instant CHANGED = Instant.parse("2026-03-01T00:00:00Z");
  static final Instant FIRST_RUN = Instant.parse("2026-03-04T05:00:00Z");
  static final String OLD = "20260201T000000Z-5c1c1f9e";

  final ObjectStore store;
  final List<ModelId> members;
  private final CarVersions versions;
  private final Map<String, TaskHandler> handlers;
  AlarmRule rule = AlarmRule.DEFAULT;
  Instant endpointChanged = CHANGED;
  WindowOrder order = WindowOrder.NEW;
  UnaryOperator<String> version = unchanged -> unchanged;

  WatchedCars(ObjectStore store) {
    this.store = store;
    Buckets.ALL.forEach(store::ensureBucket);
    versions = new CarVersions(store);
    members = List.of(versions.linear("cars", OLD, 4_000), versions.forest("cars", OLD, 9_000));
    handlers = Monitor.handlers(store, ConsolidateLimits.DEFAULT);
  }

  /** Everything a test says of a run. */
  record Run(String name, int hour, DriftVerdict verdict) {}

  void baselines() {
    ObjectKey work = new ObjectKey(Buckets.WORK, "training");
    put(work.child("train.csv"), CarRows.normal(4_000, 1).csv());
    put(work.child("test.csv"), CarRows.normal(1_000, 2).csv());
    store.put(work.child("schema.json"), Json.bytes(versions.schema()), new PutCondition.Always());
    PreparedData data =
        new PreparedData(
            work.child("train.csv"),
            work.child("validation.csv"),
            work.child("test.csv"),
            work.child("schema.json"),
            new RowCounts(5_000, 0, 0, 0, 4_000, 0, 1_000, 0),
            List.of(),
            List.of());
    for (ModelId member : members) {
      adopt(member, "data-baseline", new DataBaselineInput(project(), data));
      adopt(
          member,
          "model-baseline",
          new ModelBaselineInput(project(), data, new Candidate(member.folder(), 1)));
    }
  }

  private void adopt(ModelId member, String task, Object input) {
    Baseline baseline = run(task, "t", 0, input, Baseline.class);
    for (String file : baseline.files()) {
      byte[] content = store.read(baseline.folder().child(file));
      store.put(member.folder().child(file), content, new PutCondition.Always());
    }
  }

  void put(ObjectKey key, String text) {
    store.put(key, text.getBytes(UTF_8), new PutCondition.Always());
  }

  DriftVerdict evaluate(String name, int hour, Consolidated consolidated) {
    ChecksInput checks = new ChecksInput(project(), endpoint(), order, consolidated);
    QualityResult data = run("data-quality", name, hour, checks, QualityResult.class);
    QualityResult quality =
        consolidated.labels() > 0
            ? run("model-quality", name, hour, checks, QualityResult.class)
            : new QualityResult("no ground truth", null, 0);
    EvaluateDriftInput input =
        new EvaluateDriftInput(project(), endpoint(), order, null, consolidated, data, quality);
    return run("evaluate-drift", name, hour, input, DriftVerdict.class);
  }

  /** Labels of rows: which run's, and as how many times their price. */
  record Truth(String run, CarRows rows, double factor) {}

  Run run(String name, int hour, CarRows rows, Truth... truth) {
    return new Run(name, hour, evaluate(name, hour, consolidate(name, hour, rows, truth)));
  }

  /** As the task of that name leaves it. */
  Consolidated consolidate(String name, int hour, CarRows rows, Truth... truth) {
    ObjectKey folder = new ObjectKey(Buckets.WORK, name + "/consolidate");
    Instant from = FIRST_RUN.plus(Duration.ofHours(hour - 1));
    List<ObjectKey> parts;
    ObjectKey predictions;
    PayloadColumns columns =
        new PayloadColumns(
            members.stream().map(ModelId::algorithm).toList(), List.of(), rows.features());
    try (PayloadWriter writer = new PayloadWriter(store, folder, columns, 700)) {
      payload(name, rows, from).forEach(writer::write);
      writer.finish();
      parts = writer.parts();
      predictions = writer.predictions();
    }
    LabelWriter labels = labels(folder, truth);
    Map<String, Long> named = new HashMap<>();
    rows.features().forEach(feature -> named.put(feature, (long) rows.size()));
    Taken taken =
        new Taken(
            new LedgerStore(store).read(PROJECT).etag(),
            Bookmark.START,
            List.of(),
            0,
            predictions,
            labels.key(),
            named,
            rows.extra(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of());
    store.put(folder.child("taken.json"), Json.bytes(taken), new PutCondition.Always());
    return new Consolidated(
        from,
        from.plus(Duration.ofMinutes(59)),
        rows.size(),
        rows.size(),
        0,
        0,
        labels.rows(),
        1,
        parts,
        labels.key() == null ? List.of() : List.of(labels.key()),
        folder.child("taken.json"));
  }

  private LabelWriter labels(ObjectKey folder, Truth... truth) {
    try (LabelWriter labels = new LabelWriter(store, folder, List.of())) {
      for (Truth some : truth) {
        for (int i = 0; i < some.rows().size(); i++) {
          double price = Double.parseDouble(some.rows().rows().get(i)[0]);
          labels.write(new LabelRow(some.run() + "-" + i, List.of(), some.factor() * price));
        }
      }
      labels.finish();
      return labels;
    }
  }

  private List<String[]> payload(String name, CarRows rows, Instant from) {
    List<CellScorer> scorers = new ArrayList<>();
    for (ModelId member : members) {
      ModelPackage model = ModelPackage.load(file -> store.read(member.folder().child(file)));
      CellScorer scorer = new CellScorer(model.pipeline(), model.model());
      scorer.header(rows.features());
      scorers.add(scorer);
    }
    List<String[]> payload = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String[] features = rows.features(i);
      List<String> cells = new ArrayList<>();
      cells.addAll(List.of(name + "-" + i, from.plusSeconds(i % 3500).toString(), "realtime"));
      cells.addAll(List.of("200", Double.toString(scorers.getFirst().score(features))));
      for (CellScorer scorer : scorers) {
        cells.add(Double.toString(scorer.score(features)));
        cells.add(version.apply(OLD));
      }
      cells.addAll(List.of(features));
      payload.add(cells.toArray(String[]::new));
    }
    return payload;
  }

  Endpoint endpoint() {
    return new Endpoint(
        PROJECT,
        1,
        new EndpointRule(CombinationRule.MEAN, Map.of()),
        members,
        new ExecutionId("e1"),
        endpointChanged);
  }

  Project project() {
    MonitoringSettings settings =
        new MonitoringSettings(
            MonitoringSettings.OFF,
            ZoneId.of("UTC"),
            1,
            200,
            rule,
            DriftPolicy.NOTIFY,
            Duration.ofDays(1),
            List.of(),
            Duration.ofDays(30),
            Duration.ofDays(30),
            Duration.ofDays(365));
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
        ScoringSettings.DEFAULT,
        settings,
        List.of(),
        1);
  }

  /** Through JSON both ways, as the payloads travel. */
  private <T> T run(String task, String name, int hour, Object input, Class<T> output) {
    TaskHandler handler = handlers.get(task);
    if (handler == null) {
      throw new IllegalArgumentException("no task " + task);
    }
    byte[] payload = Json.bytes(input);
    String path = name + "/" + task + "/" + Digests.sha256(payload).substring(0, 12);
    TaskContext context =
        new Context(
            new ExecutionId(name),
            FIRST_RUN.plus(Duration.ofHours(hour)),
            new ObjectKey(Buckets.WORK, path));
    return Json.read(Json.bytes(handler.run(context, Json.tree(payload))), output);
  }

  private record Context(ExecutionId execution, Instant executionStartedAt, ObjectKey folder)
      implements TaskContext {
    @Override
    public void progress(JsonNode progress) {}
  }
}
