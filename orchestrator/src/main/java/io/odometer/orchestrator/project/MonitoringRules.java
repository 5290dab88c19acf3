// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.error.Errors;
import io.odometer.core.project.MonitoringSettings;
import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the monitor runs. What the schedule wants and what people ask for is done one at a time, in
 * the order in which it came; however many fires were missed, the latest stands for all.
 */
final class MonitoringRules {
  private MonitoringRules() {}

  /**
   * When the schedule fires next, unless nothing is served, or the monitor runs: then it is seen to
   * when that has changed.
   */
  static Optional<Instant> dueAt(ProjectState state) {
    Project settings = state.settings();
    Instant since = since(state);
    boolean watched = state.registry().serving() != null && state.monitoring().idle();
    return settings == null || since == null || !watched
        ? Optional.empty()
        : Schedule.of(settings.monitoring()).flatMap(schedule -> schedule.next(since));
  }

  /** Nothing was missed before the first champion came. */
  private static @Nullable Instant since(ProjectState state) {
    Endpoint endpoint = state.registry().serving();
    return endpoint == null || state.monitoring().since() != null
        ? state.monitoring().since()
        : endpoint.updatedAt();
  }

  static ProjectStep startWhatIsDue(ProjectState before, Instant now) {
    ProjectState state = watched(before);
    Project settings = state.settings();
    Endpoint endpoint = state.registry().serving();
    if (settings == null || endpoint == null || !state.monitoring().idle()) {
      return ProjectStep.of(state);
    }
    Optional<Instant> due = dueAt(state).filter(time -> !time.isAfter(now));
    return isAskedFirst(state.monitoring(), due)
        ? startAsked(state, settings, endpoint)
        : due.map(first -> fire(state, settings, endpoint, first, now))
            .orElse(ProjectStep.of(state));
  }

  /** Keeps since when, so that it does not move with the endpoint. */
  private static ProjectState watched(ProjectState state) {
    Instant since = since(state);
    return since == null || since.equals(state.monitoring().since())
        ? state
        : state.with(state.monitoring().settledUntil(since));
  }

  private static boolean isAskedFirst(MonitoringPlan plan, Optional<Instant> due) {
    return !plan.asked().isEmpty()
        && due.filter(time -> time.isBefore(plan.asked().getFirst().at())).isEmpty();
  }

  private static ProjectStep startAsked(ProjectState state, Project settings, Endpoint endpoint) {
    MonitoringExecution execution =
        MonitoringExecution.of(settings, endpoint, state.monitoring().asked().getFirst());
    return ProjectStep.of(state.with(state.monitoring().startedFirst()), execution.start());
  }

  private static ProjectStep fire(
      ProjectState state, Project settings, Endpoint endpoint, Instant first, Instant now) {
    Instant latest =
        Schedule.of(settings.monitoring())
            .flatMap(schedule -> schedule.latest(first.minusSeconds(1), now))
            .orElse(first);
    MonitoringExecution execution = MonitoringExecution.of(settings, endpoint, latest);
    return ProjectStep.of(
        state.with(state.monitoring().fired(latest, execution.id())), execution.start());
  }

  /** A schedule that was changed counts from now on: what the old one missed is no matter. */
  static MonitoringPlan rescheduled(ProjectState state, Project next, Instant now) {
    Project current = state.settings();
    boolean same = current == null || isSameSchedule(current.monitoring(), next.monitoring());
    return same || state.registry().serving() == null
        ? state.monitoring()
        : state.monitoring().settledUntil(now);
  }

  private static boolean isSameSchedule(MonitoringSettings left, MonitoringSettings right) {
    return left.schedule().equals(right.schedule()) && left.timeZone().equals(right.timeZone());
  }

  static ProjectStep request(ProjectState state, MonitoringRequested request, Instant now) {
    Project settings = state.settings();
    Endpoint endpoint = state.registry().serving();
    if (settings == null) {
      return ProjectStep.refused(
          state,
          request.requestId(),
          Errors.PROJECT_UNKNOWN,
          "there is no project " + state.name());
    }
    if (endpoint == null) {
      return ProjectStep.refused(
          state,
          request.requestId(),
          Errors.MONITORING_NO_CHAMPION,
          "project %s has no champion yet, so nothing to monitor".formatted(state.name()));
    }
    if (state.monitoring().isFull()) {
      return ProjectStep.refused(
          state,
          request.requestId(),
          Errors.MONITORING_TOO_MANY,
          "%d runs of %s wait already; ask again when one of them has ended"
              .formatted(MonitoringPlan.MOST_WAITING, state.name()));
    }
    return promise(state, settings, endpoint, request, now);
  }

  private static ProjectStep promise(
      ProjectState state,
      Project settings,
      Endpoint endpoint,
      MonitoringRequested request,
      Instant now) {
    MonitoringPlan.Asked asked =
        new MonitoringPlan.Asked(name(state, request), request.window(), now);
    return ProjectStep.of(
        state.with(state.monitoring().asked(asked)),
        MonitoringExecution.of(settings, endpoint, asked).announcement(now),
        new ProjectEffect.AnswerRequest(
            new ControlReply.MonitoringPromised(request.requestId(), asked.id())));
  }

  private static String name(ProjectState state, MonitoringRequested request) {
    return "%s-monitor-%d-%s"
        .formatted(
            state.name(),
            state.monitoring().count() + 1,
            TrainingObjects.digest(request.requestId()).substring(0, 8));
  }

  static ProjectState ended(ProjectState state, ExecutionEnded ended) {
    return ended.execution().equals(state.monitoring().running())
        ? state.with(state.monitoring().ended())
        : state;
  }
}
