// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odometer.core.json.Json;
import io.odometer.core.monitoring.CaptureFacts;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelVersion;
import io.odometer.core.scoring.PredictionColumns;
import io.odometer.core.serving.RequestForm;
import io.odometer.monitor.consolidate.CapturedEvent.Source;
import io.odometer.monitor.consolidate.CapturedRecord.EventMetadata;
import io.odometer.monitor.consolidate.CapturedRecord.Payload;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Understands lines of captured data, those of endpoints and those of batches. */
final class EventReader {
  private static final int OK = 200;

  private final ProjectName project;

  EventReader(ProjectName project) {
    this.project = project;
  }

  /**
   * @throws UnreadableCapture saying what is wrong with it
   */
  CapturedEvent read(byte[] line) {
    CapturedRecord record = parse(line);
    EventMetadata metadata = record.eventMetadata();
    if (metadata == null || record.captureData() == null) {
      throw new UnreadableCapture("no captured record");
    }
    Payload input = record.captureData().endpointInput();
    if (input == null || input.data() == null) {
      throw new UnreadableCapture("no captured input");
    }
    Payload batch = record.captureData().batchTransformOutput();
    if (batch != null) {
      return ofBatch(metadata, input, batch);
    }
    if (record.odometer() == null) {
      throw new UnreadableCapture("nothing says who answered");
    }
    return ofEndpoint(metadata, input, record.odometer());
  }

  private static CapturedRecord parse(byte[] line) {
    try {
      return Objects.requireNonNullElseGet(
          Json.read(line, CapturedRecord.class), () -> new CapturedRecord(null, null, null));
    } catch (JacksonException malformed) {
      throw new UnreadableCapture("not JSON as expected", malformed.getOriginalMessage());
    }
  }

  private static CapturedEvent ofEndpoint(
      EventMetadata metadata, Payload input, CaptureFacts facts) {
    return new CapturedEvent(
        id(metadata),
        time(metadata),
        Source.REALTIME,
        facts.status(),
        form(facts),
        () -> bytes(input),
        facts.members(),
        facts.isAnswered() ? facts.predictions() : List.of());
  }

  private static @Nullable RequestForm form(CaptureFacts facts) {
    try {
      return facts.form() == null ? null : RequestForm.of(facts.form());
    } catch (IllegalArgumentException unknown) {
      throw new UnreadableCapture("an unknown form of request", "'" + facts.form() + "'");
    }
  }

  private CapturedEvent ofBatch(EventMetadata metadata, Payload input, Payload output) {
    try {
      JsonNode data = Json.strictTree(Objects.requireNonNullElse(output.data(), ""));
      List<ModelId> members = new ArrayList<>();
      List<@Nullable Double> predictions = new ArrayList<>();
      predictions.add(number(data.path(PredictionColumns.COMBINED)));
      for (String name : data.propertyNames()) {
        if (PredictionColumns.isMember(name)) {
          Algorithm algorithm = new Algorithm(PredictionColumns.algorithm(name));
          String versions = data.path("model_version").asString("");
          members.add(new ModelId(project, algorithm, version(versions, algorithm)));
          predictions.add(number(data.path(name)));
        }
      }
      return new CapturedEvent(
          id(metadata),
          time(metadata),
          Source.BATCH,
          OK,
          RequestForm.JSON,
          () -> bytes(input),
          members,
          List.of(predictions));
    } catch (JacksonException | IllegalArgumentException malformed) {
      throw new UnreadableCapture(
          "no batch output as expected", String.valueOf(malformed.getMessage()));
    }
  }

  /** All members have one, or each is named with its own. */
  private static ModelVersion version(String versions, Algorithm algorithm) {
    for (String each : versions.split(";", -1)) {
      if (each.startsWith(algorithm + "=")) {
        return new ModelVersion(each.substring(each.indexOf('=') + 1));
      }
    }
    return new ModelVersion(versions);
  }

  private static @Nullable Double number(JsonNode value) {
    return value.isNumber() ? value.asDouble() : null;
  }

  private static String id(EventMetadata metadata) {
    String id = metadata.inferenceId() == null ? metadata.eventId() : metadata.inferenceId();
    if (id == null || id.isBlank()) {
      throw new UnreadableCapture("no id");
    }
    return id;
  }

  private static Instant time(EventMetadata metadata) {
    try {
      return Instant.parse(Objects.requireNonNullElse(metadata.inferenceTime(), ""));
    } catch (DateTimeException malformed) {
      throw new UnreadableCapture("no time of inference");
    }
  }

  private static byte[] bytes(Payload input) {
    String data = Objects.requireNonNullElse(input.data(), "");
    if (!"BASE64".equalsIgnoreCase(input.encoding())) {
      return data.getBytes(UTF_8);
    }
    try {
      return Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException malformed) {
      throw new UnreadableCapture("not base64 as expected");
    }
  }
}
