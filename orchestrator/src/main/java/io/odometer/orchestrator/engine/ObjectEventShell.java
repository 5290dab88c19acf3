// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.ProjectName;
import io.odometer.core.scoring.ScoringKey;
import io.odometer.orchestrator.project.ObjectEvent;
import io.odometer.orchestrator.project.ObjectEventParser;
import io.odometer.orchestrator.project.ObjectSeen;
import io.odometer.orchestrator.project.TrainingKey;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Hands object events to the project that the key names. */
record ObjectEventShell(
    ProcessorContext<String, Outgoing> context, ObjectEventParser parser, Skips skips)
    implements RecordWork {

  @Override
  public void process(Record<String, byte[]> record) {
    for (ObjectEvent event : parse(record.value())) {
      route(event, Instant.ofEpochMilli(context.currentSystemTimeMs()));
    }
  }

  /** Whatever a strange notification makes the parser throw, the next one must be heard. */
  private List<ObjectEvent> parse(byte @Nullable [] notification) {
    if (notification == null) {
      return List.of();
    }
    try {
      return parser.parse(Json.tree(notification));
    } catch (RuntimeException malformed) {
      skips.skip(context, "a malformed object event", malformed);
      return List.of();
    }
  }

  private void route(ObjectEvent event, Instant now) {
    switch (TrainingKey.of(event.key())) {
      case TrainingKey.Of of -> hand(of.project(), event, now);
      case TrainingKey.Useless useless -> ignore(event, useless.reason(), now);
      case TrainingKey.Elsewhere _ -> routeScoring(event, now);
    }
  }

  private void routeScoring(ObjectEvent event, Instant now) {
    switch (ScoringKey.of(event.key())) {
      case ScoringKey.Input input -> hand(input.project(), event, now);
      case ScoringKey.Job job -> hand(job.project(), event, now);
      case ScoringKey.Useless useless -> ignore(event, useless.reason(), now);
      case ScoringKey.Elsewhere _ -> {
        // Outputs and other buckets start nothing.
      }
    }
  }

  private void hand(ProjectName project, ObjectEvent event, Instant now) {
    String id = event.key() + "@" + event.at();
    context.forward(Outgoing.of(EngineTopics.PROJECT_EVENTS, project.value(), event, id, now));
  }

  private void ignore(ObjectEvent event, String reason, Instant now) {
    if (event instanceof ObjectSeen seen) {
      context.forward(Outgoing.event(ignored(seen, reason, now)));
    }
  }

  private static SystemEvent ignored(ObjectSeen seen, String reason, Instant now) {
    return new SystemEvent(
        "object.ignored/" + seen.key() + "/" + seen.etag(),
        "object.ignored",
        "orchestrator",
        now,
        null,
        "%s is left out: %s".formatted(seen.key(), reason),
        Json.object()
            .put("key", seen.key().toString())
            .put("etag", seen.etag())
            .put("size", seen.size())
            .put("reason", reason));
  }
}
