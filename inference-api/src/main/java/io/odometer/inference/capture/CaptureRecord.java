// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import io.odometer.core.json.Json;
import io.odometer.core.monitoring.CaptureFacts;
import io.odometer.core.registry.Endpoint;
import io.odometer.inference.request.PredictedRows;
import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes exchanges as SageMaker's data capture has them, and {@link CaptureFacts} beside. Straight
 * into bytes, since every request passes through here. For one thread.
 */
final class CaptureRecord {
  /** A larger one is not kept for the next record. */
  private static final int MOST_KEPT = 1 << 20;

  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable Endpoint last;
  private String lastMembers = "";

  /** One line. */
  byte[] of(Exchange exchange) {
    bytes = bytes.size() > MOST_KEPT ? new ByteArrayOutputStream() : bytes;
    bytes.reset();
    try (JsonGenerator json = Json.mapper().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("captureData");
      payload(json, "endpointInput", "INPUT", exchange.request());
      payload(json, "endpointOutput", "OUTPUT", exchange.answer());
      json.writeEndObject();
      metadata(json, exchange);
      json.writeStringProperty("eventVersion", "0");
      facts(json, exchange);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void payload(JsonGenerator json, String name, String mode, Payload payload) {
    Payload.Encoding encoding = payload.encoding();
    json.writeObjectPropertyStart(name);
    if (!payload.type().isEmpty()) {
      json.writeStringProperty("observedContentType", payload.type());
    }
    json.writeStringProperty("mode", mode);
    json.writeName("data");
    switch (encoding) {
      case JSON, CSV -> json.writeUTF8String(payload.bytes(), 0, payload.size());
      case BASE64 -> json.writeBinary(payload.bytes());
    }
    json.writeStringProperty("encoding", encoding.name());
    json.writeEndObject();
  }

  private static void metadata(JsonGenerator json, Exchange exchange) {
    json.writeObjectPropertyStart("eventMetadata");
    json.writeStringProperty("eventId", exchange.eventId());
    if (exchange.inferenceId() != null) {
      json.writeStringProperty("inferenceId", exchange.inferenceId());
    }
    if (exchange.customAttributes() != null) {
      json.writeArrayPropertyStart("customAttributes");
      json.writeString(exchange.customAttributes());
      json.writeEndArray();
    }
    String seconds = exchange.time().truncatedTo(ChronoUnit.SECONDS).toString();
    json.writeStringProperty("inferenceTime", seconds);
    json.writeEndObject();
  }

  private void facts(JsonGenerator json, Exchange exchange) {
    json.writeObjectPropertyStart(CaptureFacts.FIELD);
    json.writeNumberProperty("status", exchange.status());
    if (exchange.form() != null) {
      json.writeStringProperty("form", exchange.form().json());
    }
    json.writeNumberProperty("endpointVersion", exchange.endpoint().version());
    json.writeName("members");
    json.writeRawValue(members(exchange.endpoint()));
    json.writeArrayPropertyStart("predictions");
    PredictedRows predicted = exchange.predicted();
    if (predicted != null) {
      predictions(json, predicted);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** They are the same for as long as the version serves. */
  private String members(Endpoint endpoint) {
    if (!endpoint.equals(last)) {
      last = endpoint;
      lastMembers = Json.text(endpoint.members());
    }
    return lastMembers;
  }

  private static void predictions(JsonGenerator json, PredictedRows predicted) {
    for (int row = 0; row < predicted.rows(); row++) {
      json.writeStartArray();
      json.writeNumber(predicted.value(row));
      for (int member = 0; member < predicted.members(); member++) {
        double prediction = predicted.prediction(row, member);
        if (Double.isFinite(prediction)) {
          json.writeNumber(prediction);
        } else {
          json.writeNull();
        }
      }
      json.writeEndArray();
    }
  }
}
