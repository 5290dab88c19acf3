// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.orchestrator.control.ControlPlane;
import io.odometer.platform.http.HttpProblem;
import io.odometer.platform.http.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The control API over a control plane; {@code openapi.json} beside this class describes it. */
public final class ControlApi {
  private static final int USUAL_LIMIT = 1_000;

  private final ControlPlane control;
  private final RecentEvents events;
  private final InstantSource clock;
  private final Route description = Route.openApi(ControlApi.class, "openapi.json");

  public ControlApi(ControlPlane control, RecentEvents events, InstantSource clock) {
    this.control = control;
    this.events = events;
    this.clock = clock;
  }

  /** Adds every route of this API. */
  public void addTo(RoutesConfig server) {
    routes().forEach(route -> route.addTo(server));
  }

  List<Route> routes() {
    return List.of(
        new Route(HandlerType.GET, "/api/projects", this::projects),
        new Route(HandlerType.GET, "/api/projects/{name}", this::project),
        new Route(HandlerType.PUT, "/api/projects/{name}", this::putProject),
        new Route(HandlerType.POST, "/api/projects/{name}/train", this::train),
        new Route(HandlerType.POST, "/api/projects/{name}/score", this::score),
        new Route(HandlerType.POST, "/api/projects/{name}/monitor", this::monitor),
        new Route(HandlerType.GET, "/api/projects/{name}/models", this::models),
        new Route(HandlerType.GET, "/api/executions", this::executions),
        new Route(HandlerType.GET, "/api/executions/{id}", this::execution),
        new Route(HandlerType.GET, "/api/endpoints/{name}", this::endpoint),
        new Route(HandlerType.GET, "/api/events", this::events),
        description);
  }

  private void projects(Context context) {
    context.json(
        Map.of("projects", control.projects().stream().map(ControlApi::projectView).toList()));
  }

  private void project(Context context) {
    context.json(projectView(knownProject(context)));
  }

  private void putProject(Context context) {
    context.json(
        projectView(control.put(Parameters.settings(context, control::project, clock.instant()))));
  }

  private void train(Context context) {
    ExecutionId id = control.train(knownProject(context).name());
    context.status(202).json(Map.of("id", id));
  }

  private void score(Context context) {
    ProjectName project = knownProject(context).name();
    ScoreOrder order = ScoreOrder.read(project, Json.tree(context.bodyAsBytes()));
    ExecutionId id = control.score(project, order.input(), order.again());
    context.status(202).json(Map.of("id", id));
  }

  private void monitor(Context context) {
    ProjectName project = knownProject(context).name();
    byte[] body = context.bodyAsBytes();
    WindowOrder window =
        MonitorOrder.read(body.length == 0 ? Json.object() : Json.tree(body), clock.instant());
    context.status(202).json(Map.of("id", control.monitor(project, window)));
  }

  private void models(Context context) {
    ProjectName project = knownProject(context).name();
    context.json(Map.of("models", control.models(project).stream().map(ModelView::of).toList()));
  }

  private void executions(Context context) {
    Optional<ProjectName> project = Parameters.project(context);
    Optional<ExecutionStatus> status = Parameters.status(context);
    List<ExecutionView> found =
        control.executions().stream()
            .filter(execution -> isOf(execution, project, status))
            .limit(Parameters.limit(context, USUAL_LIMIT))
            .map(ExecutionView::of)
            .toList();
    context.json(Map.of("executions", found));
  }

  private static boolean isOf(
      ExecutionRecord execution, Optional<ProjectName> project, Optional<ExecutionStatus> status) {
    return project.filter(name -> !name.equals(execution.project())).isEmpty()
        && status.filter(wanted -> wanted != execution.status()).isEmpty();
  }

  private void execution(Context context) {
    ExecutionId id = Parameters.execution(context);
    context.json(
        control
            .execution(id)
            .map(ExecutionDetail::of)
            .orElseThrow(() -> Parameters.unknownExecution(id.value())));
  }

  private void endpoint(Context context) {
    ProjectName name = Parameters.existingProject(context);
    context.json(control.endpoint(name).orElseThrow(() -> noEndpoint(name)));
  }

  private HttpProblem noEndpoint(ProjectName name) {
    return control.project(name).isEmpty()
        ? Parameters.unknownProject(name.value())
        : HttpProblem.notFound("project '" + name + "' has no champion yet, so no endpoint");
  }

  private void events(Context context) {
    int limit = Parameters.limit(context, USUAL_LIMIT);
    context.json(
        Map.of("events", events.of(Parameters.project(context)).stream().limit(limit).toList()));
  }

  private Project knownProject(Context context) {
    ProjectName name = Parameters.existingProject(context);
    return control.project(name).orElseThrow(() -> Parameters.unknownProject(name.value()));
  }

  /** Every setting is visible, the one without a default too. */
  private static ObjectNode projectView(Project project) {
    ObjectNode view = (ObjectNode) Json.toTree(project);
    if (!view.has("threshold")) {
      view.putNull("threshold");
    }
    return view;
  }
}
