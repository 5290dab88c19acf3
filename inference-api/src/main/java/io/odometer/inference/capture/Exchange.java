// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import io.odometer.core.registry.Endpoint;
import io.odometer.core.serving.RequestForm;
import io.odometer.inference.request.PredictedRows;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that reached an endpoint, and its answer: references to what is there anyway. The
 * request's thread fills it; once offered it is only read.
 */
public final class Exchange {
  /** What the objects around the bytes take, about. */
  private static final int OVERHEAD = 512;

  private final Endpoint endpoint;
  private final String eventId;
  private final Instant time;
  private @Nullable String inferenceId;
  private @Nullable String customAttributes;
  private @Nullable RequestForm form;
  private @Nullable PredictedRows predicted;
  private Payload request = Payload.NONE;
  private Payload answer = Payload.NONE;
  private int status;

  /**
   * @param endpoint which version of it
   * @param eventId the request's id, as the answer shows it
   */
  public Exchange(Endpoint endpoint, String eventId, Instant time) {
    this.endpoint = endpoint;
    this.eventId = eventId;
    this.time = time;
  }

  /** What the client calls its request, and what it says of it. */
  public void named(@Nullable String id, @Nullable String attributes) {
    inferenceId = id;
    customAttributes = attributes;
  }

  public void sent(@Nullable String type, byte[] body) {
    request = new Payload(type == null ? "" : type, body);
  }

  /** How the body was read. */
  public void read(RequestForm found) {
    form = found;
    if (request.type().isBlank()) {
      request = new Payload(typeOf(found), request.bytes());
    }
  }

  private static String typeOf(RequestForm form) {
    return switch (form) {
      case JSON -> "application/json";
      case JSON_LINES -> "application/jsonlines";
      case NAMED_CSV, POSITIONAL_CSV -> "text/csv";
    };
  }

  public void predicted(PredictedRows rows) {
    predicted = rows;
  }

  public void answered(int answerStatus, @Nullable String type, byte[] body) {
    status = answerStatus;
    answer = new Payload(type == null ? "" : type, body);
  }

  /** Whether the answer is known. */
  public boolean isAnswered() {
    return status > 0;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  String name() {
    return endpoint.name().value();
  }

  String eventId() {
    return eventId;
  }

  Instant time() {
    return time;
  }

  @Nullable String inferenceId() {
    return inferenceId;
  }

  @Nullable String customAttributes() {
    return customAttributes;
  }

  @Nullable RequestForm form() {
    return form;
  }

  /** Null when it failed. */
  @Nullable PredictedRows predicted() {
    return predicted;
  }

  Payload request() {
    return request;
  }

  Payload answer() {
    return answer;
  }

  int status() {
    return status;
  }

  /** About how much memory it holds. */
  int bytes() {
    int rows = predicted == null ? 0 : predicted.bytes();
    return OVERHEAD + request.size() + answer.size() + rows;
  }
}
