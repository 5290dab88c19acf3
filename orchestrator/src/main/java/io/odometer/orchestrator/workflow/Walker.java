// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.orchestrator.workflow.Activity.Retrying;
import io.odometer.orchestrator.workflow.Activity.Waiting;
import io.odometer.orchestrator.workflow.expression.EvaluationFailure;
import io.odometer.orchestrator.workflow.expression.Expression;
import io.odometer.orchestrator.workflow.expression.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Walks chains from state to state, as far as they go without the outside. */
final class Walker {
  private final Step step;
  private final Tasks tasks;
  private final Branches branches;

  Walker(Step step) {
    this.step = step;
    this.tasks = new Tasks(step, this);
    this.branches = new Branches(step, this);
  }

  Outcome start(Chain chain, Place place, JsonNode input) {
    return follow(chain, place, enter(chain, place, chain.startAt(), input));
  }

  /** Something that the frame awaits has happened. */
  Outcome deliver(Chain chain, Place place, Frame frame, ExecutionEvent event) {
    Station station = new Station(chain.state(frame.state()), frame, place);
    return follow(chain, place, guarded(station, () -> resume(station, event)));
  }

  /** The execution ends before the frame does. */
  void abandon(Chain chain, Frame frame) {
    branches.abandon(new Station(chain.state(frame.state()), frame, Place.TOP));
  }

  private Outcome follow(Chain chain, Place place, Turn first) {
    Turn turn = first;
    while (true) {
      switch (turn) {
        case Turn.Stays(Frame frame) -> {
          return new Outcome.Running(frame);
        }
        case Turn.Fails(Failure failure) -> {
          return new Outcome.Failed(failure);
        }
        case Turn.Leaves(JsonNode output, String next) -> {
          if (next == null) {
            return new Outcome.Ended(output);
          }
          turn = enter(chain, place, next, output);
        }
      }
    }
  }

  private Turn enter(Chain chain, Place place, String name, JsonNode input) {
    State state = chain.state(name);
    long event = step.happened(state.type() + "StateEntered", place.path(name));
    return attempt(new Station(state, Frame.entered(name, state, input, event, step.now()), place));
  }

  private Turn attempt(Station station) {
    Station tried = station.with(station.frame().tried());
    return guarded(tried, () -> work(tried));
  }

  private Turn guarded(Station station, Supplier<Turn> work) {
    try {
      return work.get();
    } catch (EvaluationFailure e) {
      return fail(station, station.failure(e));
    }
  }

  private Turn work(Station station) {
    Scope raw = scope(station);
    return switch (station.state()) {
      case State.Task task -> tasks.schedule(station, task);
      case State.Parallel _, State.Map _ -> branches.begin(station);
      case State.Choice choice -> choose(station, choice, raw);
      case State.Pass pass ->
          leave(station, pass.result() == null ? pass.flow().effective(raw) : pass.result());
      case State.Wait wait -> await(station, wait, raw);
      case State.Succeed succeed -> pass(station, succeed.flow().selected(raw), null);
      case State.Fail fail ->
          fail(station, Failure.of(text(fail.error(), raw), text(fail.cause(), raw)));
    };
  }

  private Turn resume(Station station, ExecutionEvent event) {
    return switch (station.frame().activity()) {
      case Activity.Working working -> tasks.hear(station, working, event);
      case Waiting _ ->
          pass(station, station.state().flow().selected(scope(station)), next(station));
      case Retrying _ -> attempt(station);
      case Activity.Branching branching -> branches.deliver(station, branching, event);
    };
  }

  private Turn choose(Station station, State.Choice choice, Scope raw) {
    JsonNode selected = choice.flow().selected(raw);
    Scope scope = raw.withInput(selected);
    String next =
        choice.rules().stream()
            .filter(rule -> rule.condition().holds(scope))
            .map(State.Rule::next)
            .findFirst()
            .orElse(choice.otherwise());
    if (next == null) {
      throw new EvaluationFailure(
          "States.NoChoiceMatched", "No rule of the Choice holds, and it has no Default.");
    }
    return pass(station, selected, next);
  }

  private Turn await(Station station, State.Wait wait, Scope raw) {
    JsonNode selected = wait.flow().selected(raw);
    Instant until = wait.time().until(step.now(), raw.withInput(selected));
    if (!until.isAfter(step.now())) {
      return pass(station, selected, wait.next());
    }
    String timer = "wait-" + step.nextTry();
    step.set(timer, until);
    return new Turn.Stays(station.frame().with(new Waiting(timer)));
  }

  private static @Nullable String text(@Nullable Expression expression, Scope scope) {
    if (expression == null) {
      return null;
    }
    JsonNode value = expression.evaluate(scope);
    return value.isString() ? value.stringValue() : Json.text(value);
  }

  /** Leaves a state whose work is done. */
  Turn leave(Station station, JsonNode result) {
    return depart(station, station.state().flow().output(scope(station), result), next(station));
  }

  /** Leaves a state that has no result of its own. */
  private Turn pass(Station station, JsonNode selected, @Nullable String next) {
    return depart(station, station.state().flow().passed(scope(station), selected), next);
  }

  private Turn depart(Station station, JsonNode output, @Nullable String next) {
    Sizes.check(output, station.frame().state());
    exit(station, ExecutionStatus.SUCCEEDED, null);
    return new Turn.Leaves(output, next);
  }

  private void exit(Station station, ExecutionStatus status, @Nullable Failure failure) {
    step.happened(station.state().type() + "StateExited", station.path());
    step.left(station, status, failure);
  }

  /** Tries again, goes where a catcher says, or gives up. */
  Turn fail(Station station, Failure failure) {
    List<Retrier> retriers = station.state().retriers();
    for (int i = 0; i < retriers.size(); i++) {
      if (failure.matches(retriers.get(i).errors())) {
        int used = station.frame().retries().get(i);
        if (used < retriers.get(i).maxAttempts()) {
          return retryLater(station, i, retriers.get(i), used);
        }
        break;
      }
    }
    return station.state().catchers().stream()
        .filter(catcher -> failure.matches(catcher.errors()))
        .findFirst()
        .map(catcher -> caught(station, catcher, failure))
        .orElseGet(() -> giveUp(station, failure));
  }

  private Turn retryLater(Station station, int index, Retrier retrier, int used) {
    String timer = "retry-" + step.nextTry();
    step.set(timer, step.now().plus(retrier.delay(used, station.chance(step.execution()))));
    return new Turn.Stays(station.frame().retried(index).with(new Retrying(timer)));
  }

  private Turn caught(Station station, Catcher catcher, Failure failure) {
    JsonNode error =
        Json.object()
            .put("Error", Objects.requireNonNullElse(failure.error(), ""))
            .put("Cause", Objects.requireNonNullElse(failure.cause(), ""));
    try {
      JsonNode output = catcher.resultPath().join(station.frame().input(), error);
      exit(station, ExecutionStatus.FAILED, failure);
      return new Turn.Leaves(output, catcher.next());
    } catch (EvaluationFailure e) {
      return giveUp(station, station.failure(e));
    }
  }

  private Turn giveUp(Station station, Failure failure) {
    step.left(station, ExecutionStatus.FAILED, failure);
    return new Turn.Fails(failure);
  }

  Scope scope(Station station) {
    return station.scope(step.execution(), null);
  }

  private static @Nullable String next(Station station) {
    return station.state().next();
  }
}
