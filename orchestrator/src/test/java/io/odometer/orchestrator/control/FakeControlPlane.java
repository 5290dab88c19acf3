// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.control;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelRecord;
import io.odometer.core.store.ObjectKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A control plane in memory: stores projects with rising versions, starts executions that stay
 * where they are put, and can be told not to answer.
 */
public final class FakeControlPlane implements ControlPlane {
  private final Map<ProjectName, Project> projects = new ConcurrentSkipListMap<>();
  private final Map<ProjectName, Endpoint> endpoints = new ConcurrentSkipListMap<>();
  private final List<ModelRecord> models = new CopyOnWriteArrayList<>();
  private final List<ExecutionRecord> executions = new CopyOnWriteArrayList<>();
  private final Set<ObjectKey> files = ConcurrentHashMap.newKeySet();
  private final Map<ObjectKey, Long> asked = new ConcurrentHashMap<>();
  private final List<WindowOrder> windows = new CopyOnWriteArrayList<>();
  private volatile boolean silent;

  @Override
  public List<Project> projects() {
    return List.copyOf(projects.values());
  }

  @Override
  public Optional<Project> project(ProjectName name) {
    return Optional.ofNullable(projects.get(name));
  }

  @Override
  public Project put(Project project) {
    refuseWhenSilent();
    return projects.merge(
        project.name(), versioned(project, 1), (old, now) -> versioned(now, old.version() + 1));
  }

  @Override
  public ExecutionId train(ProjectName project) {
    refuseWhenSilent();
    if (project(project).isEmpty()) {
      throw new OdometerException(Errors.PROJECT_UNKNOWN, "there is no project '" + project + "'");
    }
    ExecutionId id = ExecutionId.of("training", project + "-" + executions.size());
    add(
        new ExecutionRecord(
            id,
            project + "-" + executions.size(),
            "training",
            project,
            ExecutionStatus.RUNNING,
            Instant.EPOCH.plusSeconds(executions.size()),
            null,
            Json.object(),
            null,
            null,
            null,
            List.of()));
    return id;
  }

  @Override
  public ExecutionId score(ProjectName project, ObjectKey input, boolean again) {
    refuseWhenSilent();
    if (!files.contains(input)) {
      throw new OdometerException(Errors.STORE_NOT_FOUND, "there is no object " + input);
    }
    long runs = again ? asked.merge(input, 1L, Long::sum) : asked.computeIfAbsent(input, k -> 1L);
    return ExecutionId.of("batch-scoring", input + "-" + runs);
  }

  /** Whoever has an endpoint can be monitored. */
  @Override
  public ExecutionId monitor(ProjectName project, WindowOrder window) {
    refuseWhenSilent();
    if (!endpoints.containsKey(project)) {
      throw new OdometerException(Errors.MONITORING_NO_CHAMPION, project + " has no champion yet");
    }
    windows.add(window);
    return ExecutionId.of("monitoring", project + "-" + windows.size());
  }

  /** What the monitor was asked for. */
  public List<WindowOrder> windows() {
    return List.copyOf(windows);
  }

  /** The store holds it from now on. */
  public void add(ObjectKey file) {
    files.add(file);
  }

  @Override
  public List<ModelRecord> models(ProjectName project) {
    return models.stream()
        .filter(model -> model.id().project().equals(project))
        .sorted(Comparator.comparing(ModelRecord::createdAt).reversed())
        .toList();
  }

  @Override
  public List<ExecutionRecord> executions() {
    List<ExecutionRecord> newestFirst = new ArrayList<>(executions);
    newestFirst.sort(Comparator.comparing(ExecutionRecord::startedAt).reversed());
    return newestFirst;
  }

  @Override
  public Optional<ExecutionRecord> execution(ExecutionId id) {
    return executions.stream().filter(execution -> execution.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Endpoint> endpoint(ProjectName name) {
    return Optional.ofNullable(endpoints.get(name));
  }

  public void add(ExecutionRecord execution) {
    executions.add(execution);
  }

  public void add(ModelRecord model) {
    models.add(model);
  }

  public void add(Endpoint endpoint) {
    endpoints.put(endpoint.name(), endpoint);
  }

  /** Orders are not carried out within the limit from now on. */
  public void fallSilent() {
    silent = true;
  }

  private void refuseWhenSilent() {
    if (silent) {
      throw new OdometerException(
          Errors.CONTROL_TIMEOUT, "the engine did not answer within 10 seconds");
    }
  }

  private static Project versioned(Project project, long version) {
    return new Project(
        project.name(),
        project.target(),
        project.algorithms(),
        project.split(),
        project.filter(),
        project.endpoint(),
        project.threshold(),
        project.types(),
        project.ignore(),
        project.quietPeriod(),
        project.scoring(),
        project.monitoring(),
        project.notifications(),
        version);
  }
}
