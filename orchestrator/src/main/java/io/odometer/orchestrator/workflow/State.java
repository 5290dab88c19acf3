// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.task.TaskResource;
import io.odometer.orchestrator.workflow.expression.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A state of a workflow. */
sealed interface State {
  Flow flow();

  /** The state to go on with; null at the end of the chain. */
  @Nullable String next();

  default List<Retrier> retriers() {
    return List.of();
  }

  default List<Catcher> catchers() {
    return List.of();
  }

  default String type() {
    return getClass().getSimpleName();
  }

  /** The chain that a branch of that index runs. */
  default Chain branch(int index) {
    throw new IllegalStateException(type() + " has no branches");
  }

  /** Work handed to a worker. */
  record Task(
      Flow flow,
      TaskResource resource,
      Seconds timeout,
      Seconds heartbeat,
      List<Retrier> retriers,
      List<Catcher> catchers,
      @Nullable String next)
      implements State {}

  /** Branches that run at once. */
  record Parallel(
      Flow flow,
      List<Chain> branches,
      List<Retrier> retriers,
      List<Catcher> catchers,
      @Nullable String next)
      implements State {
    @Override
    public Chain branch(int index) {
      return branches.get(index);
    }
  }

  /** The same chain for every item of an array. */
  record Map(
      Flow flow, Items items, List<Retrier> retriers, List<Catcher> catchers, @Nullable String next)
      implements State {
    @Override
    public Chain branch(int index) {
      return items.processor();
    }
  }

  /** The first rule that holds says where to go. */
  record Choice(Flow flow, List<Rule> rules, @Nullable String otherwise) implements State {
    @Override
    public @Nullable String next() {
      return otherwise;
    }
  }

  /** A rule of a Choice. */
  record Rule(Condition condition, String next) {}

  /** Gives a constant, or its input. */
  record Pass(Flow flow, @Nullable JsonNode result, @Nullable String next) implements State {}

  /** Lets time pass. */
  record Wait(Flow flow, WaitTime time, @Nullable String next) implements State {}

  /** Ends the chain well. */
  record Succeed(Flow flow) implements State {
    @Override
    public @Nullable String next() {
      return null;
    }
  }

  /** Ends the chain badly. */
  record Fail(Flow flow, @Nullable Expression error, @Nullable Expression cause) implements State {
    @Override
    public @Nullable String next() {
      return null;
    }
  }
}
