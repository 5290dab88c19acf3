// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.execution.ExecutionStatus;
import io.odometer.orchestrator.workflow.Activity.Branching;
import io.odometer.orchestrator.workflow.expression.EvaluationFailure;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Parallel and Map states: chains side by side, which fail together. */
final class Branches {
  private final Step step;
  private final Walker walker;

  Branches(Step step, Walker walker) {
    this.step = step;
    this.walker = walker;
  }

  Turn begin(Station station) {
    Plan plan = plan(station);
    step.happened(station.state().type() + "StateStarted", station.path());
    return advance(station, plan, new ArrayList<>());
  }

  /** Something that one of the branches awaits has happened. */
  Turn deliver(Station station, Branching branching, ExecutionEvent event) {
    int index = branching.awaiting(event.subject());
    List<Branch> branches = new ArrayList<>(branching.branches());
    if (!(branches.get(index) instanceof Branch.Running(Frame frame))) {
      return new Turn.Stays(station.frame());
    }
    Plan plan = plan(station);
    return switch (walker.deliver(chain(station, index), plan.place(index), frame, event)) {
      case Outcome.Running(Frame next) -> {
        branches.set(index, new Branch.Running(next));
        yield stay(station, branches);
      }
      case Outcome.Ended(JsonNode output) -> {
        branches.set(index, done(station, output));
        yield advance(station, plan, branches);
      }
      case Outcome.Failed(Failure failure) -> failed(station, plan, branches, index, failure);
    };
  }

  private Turn advance(Station station, Plan plan, List<Branch> branches) {
    long running = branches.stream().filter(Branch.Running.class::isInstance).count();
    while (branches.size() < plan.size() && running < plan.atOnce()) {
      int index = branches.size();
      switch (start(station, plan, index)) {
        case Outcome.Running(Frame frame) -> {
          branches.add(new Branch.Running(frame));
          running++;
        }
        case Outcome.Ended(JsonNode output) -> branches.add(done(station, output));
        case Outcome.Failed(Failure failure) -> {
          return failed(station, plan, branches, index, failure);
        }
      }
    }
    return running > 0 ? stay(station, branches) : succeeded(station, branches);
  }

  private Outcome start(Station station, Plan plan, int index) {
    try {
      JsonNode input = plan.input(index);
      iteration(station, "Started");
      return walker.start(chain(station, index), plan.place(index), input);
    } catch (EvaluationFailure e) {
      return new Outcome.Failed(station.failure(e));
    }
  }

  private Branch done(Station station, JsonNode output) {
    iteration(station, "Succeeded");
    return new Branch.Done(output);
  }

  private Turn succeeded(Station station, List<Branch> branches) {
    ArrayNode results = JsonNodeFactory.instance.arrayNode(branches.size());
    for (Branch branch : branches) {
      if (branch instanceof Branch.Done(JsonNode output)) {
        results.add(output);
      }
    }
    step.happened(station.state().type() + "StateSucceeded", station.path());
    return walker.leave(station, results);
  }

  /** One has failed: the others are given up, and what their tasks still report is dropped. */
  private Turn failed(
      Station station, Plan plan, List<Branch> branches, int index, Failure failure) {
    iteration(station, "Failed");
    for (int i = 0; i < branches.size(); i++) {
      if (i != index && branches.get(i) instanceof Branch.Running(Frame frame)) {
        iteration(station, "Aborted");
        abandon(new Station(chain(station, i).state(frame.state()), frame, plan.place(i)));
      }
    }
    step.happened(station.state().type() + "StateFailed", station.path(), failure);
    return walker.fail(station, failure);
  }

  /** Nobody waits for it any more. */
  void abandon(Station station) {
    switch (station.frame().activity()) {
      case Activity.Working working -> {
        step.cancel(working.timeout());
        step.cancel(working.heartbeat());
      }
      case Activity.Waiting(String timer) -> step.cancel(timer);
      case Activity.Retrying(String timer) -> step.cancel(timer);
      case Branching(List<Branch> branches) -> abandon(station, branches);
    }
    step.left(station, ExecutionStatus.ABORTED, null);
  }

  private void abandon(Station station, List<Branch> branches) {
    Plan plan = plan(station);
    for (int i = 0; i < branches.size(); i++) {
      if (branches.get(i) instanceof Branch.Running(Frame frame)) {
        abandon(new Station(chain(station, i).state(frame.state()), frame, plan.place(i)));
      }
    }
  }

  private Plan plan(Station station) {
    return Plan.of(station, step.execution());
  }

  private static Chain chain(Station station, int index) {
    return station.state().branch(index);
  }

  private static Turn stay(Station station, List<Branch> branches) {
    return new Turn.Stays(station.frame().with(new Branching(branches)));
  }

  /** Only a Map's history speaks of its iterations. */
  private void iteration(Station station, String what) {
    if (station.state() instanceof State.Map) {
      step.happened("MapIteration" + what, station.path());
    }
  }
}
