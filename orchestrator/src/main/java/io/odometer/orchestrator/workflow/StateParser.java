// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.json.Json;
import io.odometer.core.task.TaskResource;
import io.odometer.orchestrator.workflow.expression.Expression;
import io.odometer.orchestrator.workflow.expression.Literal;
import io.odometer.orchestrator.workflow.expression.Lookup;
import io.odometer.orchestrator.workflow.expression.Template;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** Reads one state. */
final class StateParser {
  private static final long MOST_SECONDS = 99_999_999;
  private static final int MOST_ATTEMPTS = 99_999_999;

  private final Fields fields;
  private final Function<Fields, Chain> chains;

  /**
   * @param chains reads the chain of a branch
   */
  StateParser(Fields fields, Function<Fields, Chain> chains) {
    this.fields = fields;
    this.chains = chains;
  }

  State parse() {
    if (fields.has("QueryLanguage") && !fields.text("QueryLanguage").equals("JSONPath")) {
      return fields.fail("not supported: QueryLanguage " + fields.text("QueryLanguage"));
    }
    State state =
        switch (fields.text("Type")) {
          case "Task" -> task();
          case "Parallel" -> parallel();
          case "Map" -> map();
          case "Choice" -> choice();
          case "Pass" -> new State.Pass(full("Parameters"), fields.find("Result"), next());
          case "Wait" -> new State.Wait(through(), waitTime(), next());
          case "Succeed" -> new State.Succeed(through());
          case "Fail" -> fail();
          default -> fields.fail("not supported: Type " + fields.text("Type"));
        };
    fields.end();
    return state;
  }

  private State task() {
    return new State.Task(
        full("Parameters"),
        fields.parse("Resource", TaskResource::parse),
        seconds("TimeoutSeconds"),
        seconds("HeartbeatSeconds"),
        retriers(),
        catchers(),
        next());
  }

  private State parallel() {
    List<Chain> branches = fields.list("Branches").map(chains).toList();
    if (branches.isEmpty()) {
      return fields.fail("Branches is missing or empty");
    }
    return new State.Parallel(full("Parameters"), branches, retriers(), catchers(), next());
  }

  private State map() {
    fields.onlyOneOf("ItemProcessor", "Iterator");
    fields.onlyOneOf("ItemSelector", "Parameters");
    String processor = fields.has("Iterator") ? "Iterator" : "ItemProcessor";
    Template selector = fields.template(fields.has("Parameters") ? "Parameters" : "ItemSelector");
    Items items =
        new Items(
            fields.has("ItemsPath") ? fields.lookup("ItemsPath") : Lookup.parse("$", "ItemsPath"),
            selector,
            concurrency(),
            processor(new Fields(fields.place() + "." + processor, fields.get(processor))));
    return new State.Map(full(null), items, retriers(), catchers(), next());
  }

  private Chain processor(Fields processor) {
    JsonNode config = processor.find("ProcessorConfig");
    if (config != null) {
      Fields mode = new Fields(processor.place() + ".ProcessorConfig", config);
      if (!mode.findText("Mode").orElse("INLINE").equals("INLINE")) {
        return mode.fail("not supported: Mode " + mode.text("Mode"));
      }
      mode.end();
    }
    return chains.apply(processor);
  }

  private Expression concurrency() {
    fields.onlyOneOf("MaxConcurrency", "MaxConcurrencyPath");
    return fields.has("MaxConcurrencyPath")
        ? fields.lookup("MaxConcurrencyPath")
        : new Literal(
            IntNode.valueOf(
                fields.findWhole("MaxConcurrency", 0, Integer.MAX_VALUE).orElse(0L).intValue()));
  }

  private State choice() {
    List<State.Rule> rules = fields.list("Choices").map(ConditionParser::rule).toList();
    if (rules.isEmpty()) {
      return fields.fail("Choices is missing or empty");
    }
    return new State.Choice(through(), rules, fields.findText("Default").orElse(null));
  }

  private WaitTime waitTime() {
    fields.onlyOneOf("Seconds", "SecondsPath", "Timestamp", "TimestampPath");
    if (fields.has("SecondsPath")) {
      return new WaitTime.SecondsAt(fields.lookup("SecondsPath"));
    }
    if (fields.has("TimestampPath")) {
      return new WaitTime.TimeAt(fields.lookup("TimestampPath"));
    }
    if (fields.has("Timestamp")) {
      String time = fields.text("Timestamp");
      return new WaitTime.At(
          Timestamps.parse(time).orElseGet(() -> fields.fail("Timestamp is not a time: " + time)));
    }
    return new WaitTime.Fixed(
        fields
            .findWhole("Seconds", 0, WaitTime.MOST_SECONDS)
            .orElseGet(
                () ->
                    fields.fail(
                        "one of Seconds, SecondsPath, Timestamp, TimestampPath is missing")));
  }

  private State fail() {
    return new State.Fail(
        new Flow(
            Lookup.parse("$", "InputPath"),
            null,
            null,
            ResultPath.REPLACE,
            Lookup.parse("$", "OutputPath")),
        textOrPath("Error"),
        textOrPath("Cause"));
  }

  private @Nullable Expression textOrPath(String field) {
    fields.onlyOneOf(field, field + "Path");
    if (fields.has(field + "Path")) {
      return fields.expression(field + "Path");
    }
    return fields
        .findText(field)
        .<Expression>map(text -> new Literal(StringNode.valueOf(text)))
        .orElse(null);
  }

  /** A state that passes its input through. */
  private Flow through() {
    return new Flow(path("InputPath"), null, null, ResultPath.REPLACE, path("OutputPath"));
  }

  /** A state with a result; a Pass has no ResultSelector. */
  private Flow full(@Nullable String parameters) {
    boolean selects = !fields.text("Type").equals("Pass");
    return new Flow(
        path("InputPath"),
        parameters == null ? null : fields.template(parameters),
        selects ? fields.template("ResultSelector") : null,
        resultPath(fields),
        path("OutputPath"));
  }

  /** A null path gives an empty object. */
  private Expression path(String field) {
    JsonNode value = fields.find(field);
    if (value == null) {
      return Lookup.parse("$", field);
    }
    return value.isNull() ? new Literal(Json.object()) : fields.lookup(field);
  }

  private static ResultPath resultPath(Fields fields) {
    JsonNode value = fields.find("ResultPath");
    if (value == null) {
      return ResultPath.REPLACE;
    }
    return value.isNull()
        ? new ResultPath.Discard()
        : new ResultPath.At(fields.reference("ResultPath"));
  }

  private Seconds seconds(String field) {
    fields.onlyOneOf(field, field + "Path");
    if (fields.has(field + "Path")) {
      return new Seconds(field + "Path", fields.lookup(field + "Path"));
    }
    return new Seconds(
        field,
        fields
            .findWhole(field, 1, MOST_SECONDS)
            .<Expression>map(seconds -> new Literal(IntNode.valueOf(seconds.intValue())))
            .orElse(null));
  }

  private @Nullable String next() {
    if (fields.has("End") && fields.flag("End")) {
      return fields.has("Next") ? fields.fail("only one of Next and End may be given") : null;
    }
    return fields.text("Next");
  }

  private List<Retrier> retriers() {
    return fields.list("Retry").map(StateParser::retrier).toList();
  }

  private static Retrier retrier(Fields fields) {
    String jitter = fields.findText("JitterStrategy").orElse("NONE");
    if (!List.of("NONE", "FULL").contains(jitter)) {
      return fields.fail("not supported: JitterStrategy " + jitter);
    }
    Retrier retrier =
        new Retrier(
            fields.texts("ErrorEquals"),
            fields.findWhole("IntervalSeconds", 1, MOST_SECONDS).orElse(1L),
            fields.findNumber("BackoffRate", 1).orElse(2.0),
            fields.findWhole("MaxAttempts", 0, MOST_ATTEMPTS).orElse(3L).intValue(),
            fields.findNumber("MaxDelaySeconds", 1).orElse(null),
            jitter.equals("FULL"));
    fields.end();
    return retrier;
  }

  private List<Catcher> catchers() {
    return fields.list("Catch").map(StateParser::catcher).toList();
  }

  private static Catcher catcher(Fields fields) {
    Catcher catcher =
        new Catcher(fields.texts("ErrorEquals"), resultPath(fields), fields.text("Next"));
    fields.end();
    return catcher;
  }
}
