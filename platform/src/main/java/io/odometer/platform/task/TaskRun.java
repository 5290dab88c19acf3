// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Does what one command asks, unless an earlier try has left the result. A result is written before
 * it is reported: whoever dies in between leaves it for the next try to find.
 */
final class TaskRun {
  /** What {@code result.json} holds. */
  record Result(JsonNode output) {}

  /** How it ended, and whether an earlier try had done it. */
  record Outcome(TaskReport report, boolean found) {}

  private static final Logger LOG = LoggerFactory.getLogger(TaskRun.class);
  private static final String RESULT = "result.json";

  private final ObjectStore store;
  private final Map<String, TaskHandler> handlers;

  TaskRun(ObjectStore store, Map<String, TaskHandler> handlers) {
    this.store = store;
    this.handlers = Map.copyOf(handlers);
  }

  /** Never throws: a failure is a report. */
  Outcome run(TaskCommand command, TaskContext context) {
    try (MDC.MDCCloseable execution =
            MDC.putCloseable("execution", command.execution().toString());
        MDC.MDCCloseable state = MDC.putCloseable("state", command.state())) {
      LOG.trace("marked {} {}", execution, state);
      return attempt(command, context);
    }
  }

  private Outcome attempt(TaskCommand command, TaskContext context) {
    try {
      ObjectKey key = context.folder().child(RESULT);
      Optional<JsonNode> earlier = read(key);
      if (earlier.isPresent()) {
        LOG.info("{} was done by an earlier try", command.resource());
        return new Outcome(succeeded(command, earlier.get()), true);
      }
      LOG.info("{} begins", command.resource());
      JsonNode output = handler(command).run(context, command.input());
      JsonNode kept = keep(key, output);
      LOG.info("{} is done", command.resource());
      return new Outcome(succeeded(command, kept), false);
    } catch (OdometerException named) {
      LOG.warn("{} failed: {}: {}", command.resource(), named.error(), named.reason());
      return new Outcome(failed(command, named.error(), named.reason()), false);
    } catch (OutOfMemoryError full) {
      LOG.error("{} ran out of memory", command.resource(), full);
      String cause =
          "memory ran out in %s (%d MB at most): give the process more, or the task less data"
              .formatted(command.resource(), Runtime.getRuntime().maxMemory() >> 20);
      return new Outcome(failed(command, Errors.DATA_TOO_LARGE, cause), false);
    } catch (RuntimeException | StackOverflowError | LinkageError failure) {
      LOG.error("{} failed", command.resource(), failure);
      return new Outcome(failed(command, Errors.INTERNAL, failure.toString()), false);
    }
  }

  private TaskHandler handler(TaskCommand command) {
    TaskHandler handler = handlers.get(command.resource().task());
    if (handler == null) {
      throw new OdometerException(
          Errors.INTERNAL, "%s is unknown here".formatted(command.resource()));
    }
    return handler;
  }

  private Optional<JsonNode> read(ObjectKey key) {
    try {
      return store.readIfThere(key).map(json -> Json.read(json, Result.class).output());
    } catch (JacksonException malformed) {
      throw new OdometerException(Errors.INTERNAL, key + " is not a result", malformed);
    }
  }

  /** Of two tries that ran at once, both answer the first one's output. */
  private JsonNode keep(ObjectKey key, JsonNode output) {
    try {
      store.put(key, Json.bytes(new Result(output)), new PutCondition.IfAbsent());
      return output;
    } catch (OdometerException failure) {
      if (failure.error().equals(Errors.STORE_PRECONDITION)) {
        return read(key).orElse(NullNode.getInstance());
      }
      throw failure;
    }
  }

  private static TaskReport succeeded(TaskCommand command, JsonNode output) {
    return new TaskReport.Succeeded(command.execution(), command.taskId(), output);
  }

  static TaskReport failed(TaskCommand command, ErrorName error, String cause) {
    return new TaskReport.Failed(command.execution(), command.taskId(), error, cause);
  }
}
