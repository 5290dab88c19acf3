// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odometer.core.error.OdometerException;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.CaptureFacts;
import io.odometer.core.monitoring.ChecksInput;
import io.odometer.core.monitoring.Consolidated;
import io.odometer.core.monitoring.MonitorInput;
import io.odometer.core.monitoring.MonitoringObjects;
import io.odometer.core.monitoring.QualityResult;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.CombinationRule;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.MonitoringSettings;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.project.Split;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.Digests;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.monitor.consolidate.ConsolidateLimits;
import io.odometer.monitor.consolidate.ConsolidateTask;
import io.odometer.monitor.ledger.LedgerStore;
import io.odometer.monitor.ledger.LedgerVersion;
import io.odometer.monitor.ledger.LedgerWindow;
import io.odometer.monitor.payload.PayloadReader;
import io.odometer.monitor.payload.PayloadRow;
import io.odometer.monitor.payload.Taken;
import io.odometer.monitor.quality.ModelQualityTask;
import io.odometer.monitor.quality.QualityFindings;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import io.odometer.testmodels.CarVersions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A project of cars with captured traffic, watched as the workflow does it. */
final class CapturedCars implements InstantSource {
  static final ProjectName PROJECT = new ProjectName("cars");
  static final Instant START = Instant.parse("2026-03-04T05:00:00Z");

  final ObjectStore store;
  final LedgerStore ledgers;
  final CarVersions versions;
  final List<ModelId> members;
  ConsolidateLimits limits = ConsolidateLimits.DEFAULT;
  List<String> labelKeys = List.of();
  int minimumRows = 1;
  Endpoint endpoint;
  Instant now = START;

  CapturedCars() {
    this(store -> store);
  }

  /** A store that answers for the task alone: the traffic is not disturbed. */
  interface Wrapper {
    ObjectStore wrap(ObjectStore store);
  }

  CapturedCars(Wrapper wrapper) {
    InMemoryObjectStore memory = new InMemoryObjectStore(this);
    Buckets.ALL.forEach(memory::ensureBucket);
    this.store = wrapper.wrap(memory);
    this.ledgers = new LedgerStore(store);
    this.versions = new CarVersions(memory);
    this.members =
        List.of(versions.linear("cars", "v1", 100), versions.forest("cars", "v1", 5_000));
    this.endpoint = endpoint(members);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  static Endpoint endpoint(List<ModelId> members) {
    return CarVersions.endpoint("cars", 1, CombinationRule.MEAN, members.toArray(ModelId[]::new));
  }

  Project project() {
    MonitoringSettings standard = MonitoringSettings.DEFAULT;
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
        new MonitoringSettings(
            standard.schedule(),
            standard.timeZone(),
            1,
            minimumRows,
            standard.alarm(),
            standard.onDrift(),
            standard.retrainPause(),
            labelKeys,
            standard.labelHorizon(),
            standard.captureRetention(),
            standard.reportRetention()),
        List.of(),
        1);
  }

  /** One line, answered by the endpoint's members of now. */
  String request(String id, String form, String body, List<List<Double>> predictions) {
    return line(id, body, new CaptureFacts(200, form, 1, endpoint.members(), predictions));
  }

  String request(String id, double miles, double prediction) {
    return request(
        id,
        "json",
        "{\"miles\": %s, \"fuel\": \"Diesel\"}".formatted(miles),
        List.of(List.of(prediction, prediction - 1, prediction + 1)));
  }

  String line(String id, String body, CaptureFacts facts) {
    ObjectNode record = Json.object();
    ObjectNode input = record.putObject("captureData").putObject("endpointInput");
    input.put("mode", "INPUT").put("data", body).put("encoding", "JSON");
    record.putObject("eventMetadata").put("eventId", id).put("inferenceTime", now.toString());
    record.set(CaptureFacts.FIELD, Json.toTree(facts));
    return Json.text(record);
  }

  ObjectKey capture(String name, String... lines) {
    return put(Buckets.CAPTURE, "cars/AllTraffic/2026/03/04/05/" + name + ".jsonl", lines);
  }

  ObjectKey put(String bucket, String path, String... lines) {
    ObjectKey key = new ObjectKey(bucket, path);
    store.put(key, (String.join("\n", lines) + "\n").getBytes(UTF_8), new PutCondition.Always());
    return key;
  }

  ObjectKey truth(String path, String... lines) {
    return put(Buckets.GROUND_TRUTH, "cars/" + path, lines);
  }

  static String label(String id, String label) {
    return "{\"groundTruthData\": {\"data\": \"%s\", \"encoding\": \"CSV\"}, \"eventMetadata\": {\"eventId\": \"%s\"}, \"eventVersion\": \"0\"}"
        .formatted(label, id);
  }

  /** One execution of the workflow. */
  final class Run {
    private final ExecutionId execution;
    private final WindowOrder order;
    private final Instant startedAt = now;

    Run(String name, WindowOrder order) {
      this.execution = ExecutionId.of("monitoring", name);
      this.order = order;
    }

    ExecutionId execution() {
      return execution;
    }

    Consolidated consolidate() {
      return run(
          new ConsolidateTask(store, limits),
          new MonitorInput(project(), endpoint, order, null),
          Consolidated.class);
    }

    QualityResult modelQuality(Consolidated consolidated) {
      return run(
          new ModelQualityTask(store),
          new ChecksInput(project(), endpoint, order, consolidated),
          QualityResult.class);
    }

    QualityFindings findings(Consolidated consolidated) {
      ObjectKey folder = Objects.requireNonNull(modelQuality(consolidated).folder());
      return Json.read(store.read(folder.child(QualityFindings.FILE)), QualityFindings.class);
    }

    TaskContext context() {
      return new Context(execution, startedAt, new ObjectKey(Buckets.WORK, execution + "/context"));
    }

    /** As evaluate-drift does it. */
    void commit(Consolidated consolidated) {
      commit(consolidated, List.of());
    }

    void commit(Consolidated consolidated, List<LedgerWindow> reopened) {
      Taken taken = taken(consolidated);
      LedgerVersion ledger = ledgers.read(PROJECT);
      if (ledger.ledger().has(execution)) {
        return;
      }
      LedgerWindow window =
          new LedgerWindow(
              execution,
              startedAt,
              consolidated.from(),
              consolidated.to(),
              consolidated.rows(),
              consolidated.labels(),
              0,
              List.of(),
              Map.of(),
              published(taken.predictions()),
              published(taken.labels()));
      ledgers.commit(
          PROJECT,
          execution,
          taken.ledger(),
          ledger
              .ledger()
              .after(taken.bookmark(), window, reopened, project().monitoring().labelHorizon()));
    }

    private @Nullable ObjectKey published(@Nullable ObjectKey source) {
      if (source == null) {
        return null;
      }
      ObjectKey key = MonitoringObjects.folder(PROJECT, execution).child(source.name());
      store.put(key, store.read(source), new PutCondition.Always());
      return key;
    }

    private <T> T run(TaskHandler task, Object input, Class<T> output) {
      byte[] payload = Json.bytes(input);
      ObjectKey folder =
          new ObjectKey(Buckets.WORK, execution + "/" + Digests.sha256(payload).substring(0, 12));
      ObjectKey result = folder.child("result.json");
      try {
        return Json.read(store.read(result), output);
      } catch (OdometerException absent) {
        JsonNode made = task.run(new Context(execution, startedAt, folder), Json.tree(payload));
        store.put(result, Json.bytes(made), new PutCondition.IfAbsent());
        return Json.fromTree(made, output);
      }
    }
  }

  Run run(String name) {
    return new Run(name, WindowOrder.NEW);
  }

  Run run(String name, WindowOrder order) {
    return new Run(name, order);
  }

  /** A whole run without labels. */
  List<String> watch(String name) {
    Run run = run(name);
    Consolidated consolidated = run.consolidate();
    run.commit(consolidated);
    return ids(consolidated);
  }

  Taken taken(Consolidated consolidated) {
    return Json.read(store.read(consolidated.taken()), Taken.class);
  }

  List<PayloadRow> rows(Consolidated consolidated) {
    List<PayloadRow> rows = new ArrayList<>();
    for (ObjectKey part : consolidated.payload()) {
      try (PayloadReader reader = new PayloadReader(store, part)) {
        for (PayloadRow row = reader.next(); row != null; row = reader.next()) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  List<String> ids(Consolidated consolidated) {
    return rows(consolidated).stream().map(PayloadRow::id).toList();
  }

  private record Context(ExecutionId execution, Instant executionStartedAt, ObjectKey folder)
      implements TaskContext {
    @Override
    public void progress(JsonNode told) {}
  }
}
