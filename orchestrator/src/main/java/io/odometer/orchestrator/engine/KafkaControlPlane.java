// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.message.Topics;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelRecord;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.orchestrator.control.ControlPlane;
import io.odometer.orchestrator.project.ControlReply;
import io.odometer.orchestrator.project.MonitoringRequested;
import io.odometer.orchestrator.project.ObjectSeen;
import io.odometer.orchestrator.project.SettingsPut;
import io.odometer.orchestrator.project.TrainingKey;
import io.odometer.orchestrator.project.TrainingRequested;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.kafka.TopicTable;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads from tables of the committed state, which any instance has whole; orders go to the project
 * through the log, wherever it is worked on. The newest {@value FinishedExecutions#MOST} executions
 * of each partition can be asked for.
 */
public final class KafkaControlPlane implements ControlPlane, AutoCloseable {
  private final ObjectStore store;
  private final Clock clock;
  private final ScoringLookup lookup;
  private final Closer closer = new Closer();
  private final Orders orders;
  private final TopicTable<Project> projects;
  private final TopicTable<Endpoint> endpoints;
  private final TopicTable<ModelRecord> models;
  private final TopicTable<ExecutionRecord> executions;
  private final Arrivals arrivals = new Arrivals();

  /**
   * @param store is looked into when a training or a scoring is asked for; stays open
   */
  public KafkaControlPlane(KafkaSettings kafka, ObjectStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.lookup = new ScoringLookup(store, clock);
    this.orders = closer.add(new Orders(kafka));
    this.projects = closer.add(new TopicTable<>(kafka, Topics.PROJECTS, "control-projects"));
    this.endpoints = closer.add(new TopicTable<>(kafka, Topics.ENDPOINTS, "control-endpoints"));
    this.models = closer.add(new TopicTable<>(kafka, Topics.MODELS, "control-models"));
    this.executions = closer.add(new TopicTable<>(kafka, Topics.EXECUTIONS, "control-executions"));
    projects.onChange((key, project) -> arrivals.signal());
    executions.onChange((key, execution) -> arrivals.signal());
  }

  /** Returns at once; {@link #check} tells when everything was read. */
  public void start() {
    projects.start();
    endpoints.start();
    models.start();
    executions.start();
    orders.start();
  }

  public Health check() {
    return Health.all(
        projects.check(), endpoints.check(), models.check(), executions.check(), orders.check());
  }

  @Override
  public List<Project> projects() {
    return projects.view().values().stream().sorted(Comparator.comparing(Project::name)).toList();
  }

  @Override
  public Optional<Project> project(ProjectName name) {
    return projects.get(name.value());
  }

  @Override
  public Project put(Project project) {
    ControlReply reply = orders.send(project.name(), id -> new SettingsPut(id, project));
    if (reply instanceof ControlReply.ProjectStored stored) {
      arrivals.await(() -> isKnown(stored.project()), Orders.LIMIT);
      return stored.project();
    }
    throw unexpected(reply);
  }

  /** Whoever asks after an order sees what it did. */
  private boolean isKnown(Project stored) {
    return project(stored.name()).filter(seen -> seen.version() >= stored.version()).isPresent();
  }

  @Override
  public ExecutionId train(ProjectName project) {
    Instant listedAt = clock.instant();
    List<ObjectSeen> listing = list(project, listedAt);
    ControlReply reply = orders.send(project, id -> new TrainingRequested(id, listing, listedAt));
    if (reply instanceof ControlReply.TrainingPromised promised) {
      arrivals.await(() -> execution(promised.execution()).isPresent(), Orders.LIMIT);
      return promised.execution();
    }
    throw unexpected(reply);
  }

  @Override
  public ExecutionId score(ProjectName project, ObjectKey input, boolean again) {
    ScoringOrder order =
        new ScoringOrder(
            forgotten -> order(project, input, again, forgotten), id -> execution(id).isPresent());
    ExecutionId promised = order.place();
    arrivals.await(() -> execution(promised).isPresent(), Orders.LIMIT);
    return promised;
  }

  private ControlReply.ScoringPromised order(
      ProjectName project, ObjectKey input, boolean again, Optional<ExecutionId> forgotten) {
    ControlReply reply = orders.send(project, id -> lookup.order(id, input, again, forgotten));
    if (reply instanceof ControlReply.ScoringPromised promised) {
      return promised;
    }
    throw unexpected(reply);
  }

  @Override
  public ExecutionId monitor(ProjectName project, WindowOrder window) {
    ControlReply reply = orders.send(project, id -> new MonitoringRequested(id, window));
    if (reply instanceof ControlReply.MonitoringPromised promised) {
      arrivals.await(() -> execution(promised.execution()).isPresent(), Orders.LIMIT);
      return promised.execution();
    }
    throw unexpected(reply);
  }

  private List<ObjectSeen> list(ProjectName project, Instant listedAt) {
    try (Stream<ObjectInfo> objects = store.list(Buckets.TRAINING, project + "/")) {
      return objects
          .filter(object -> TrainingKey.of(object.key()) instanceof TrainingKey.Of)
          .limit(TrainingKey.MOST_OBJECTS)
          .map(object -> new ObjectSeen(object.key(), object.etag(), object.size(), listedAt))
          .toList();
    } catch (OdometerException failure) {
      if (failure.error().equals(Errors.STORE_NOT_FOUND)) {
        return List.of();
      }
      throw failure;
    }
  }

  private static IllegalStateException unexpected(ControlReply reply) {
    return new IllegalStateException("not an answer to this order: " + reply);
  }

  @Override
  public List<ModelRecord> models(ProjectName project) {
    return models.view().values().stream()
        .filter(model -> model.id().project().equals(project))
        .sorted(
            Comparator.comparing(ModelRecord::createdAt)
                .reversed()
                .thenComparing(model -> model.id().toString()))
        .toList();
  }

  @Override
  public List<ExecutionRecord> executions() {
    return executions.view().values().stream()
        .sorted(
            Comparator.comparing(ExecutionRecord::startedAt)
                .reversed()
                .thenComparing(execution -> execution.id().value()))
        .toList();
  }

  @Override
  public Optional<ExecutionRecord> execution(ExecutionId id) {
    return executions.get(id.value());
  }

  @Override
  public Optional<Endpoint> endpoint(ProjectName name) {
    return endpoints.get(name.value());
  }

  @Override
  public void close() {
    closer.close();
  }
}
