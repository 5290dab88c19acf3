// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import io.javalin.http.Context;
import io.odometer.core.serving.RequestForm;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.inference.capture.Capture;
import io.odometer.inference.capture.Exchange;
import io.odometer.inference.request.PredictionRun;
import io.odometer.platform.http.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Hands requests that reached an endpoint, and their answers, to the capture. */
final class CapturedRequests {
  private static final String KEY = "exchange";

  /** Of every error that the server answers. */
  private static final String ERROR_TYPE = "application/json";

  private final Capture capture;

  CapturedRequests(Capture capture) {
    this.capture = capture;
  }

  /** From now on the request is kept, whatever becomes of it, if it is among those to keep. */
  void begin(Context context, ServingEndpoint serving) {
    capture
        .begin(serving.endpoint(), HttpServer.requestId(context))
        .ifPresent(exchange -> context.attribute(KEY, exchange));
  }

  void named(Context context, ClientMarks marks) {
    note(
        context,
        exchange ->
            exchange.named(
                marks.inferenceId().orElse(null), marks.customAttributes().orElse(null)));
  }

  void sent(Context context, byte[] body) {
    note(context, exchange -> exchange.sent(context.contentType(), body));
  }

  void read(Context context, RequestForm form) {
    note(context, exchange -> exchange.read(form));
  }

  void answered(Context context, PredictionRun run, String type, byte[] answer) {
    note(
        context,
        exchange -> {
          exchange.predicted(run.predicted());
          exchange.answered(context.statusCode(), type, answer);
        });
  }

  /** The answer is there, be it an error. */
  void end(Context context) {
    note(
        context,
        exchange -> {
          if (!exchange.isAnswered()) {
            exchange.answered(context.statusCode(), ERROR_TYPE, errorBody(context));
          }
          capture.offer(exchange);
        });
  }

  private static void note(Context context, Consumer<Exchange> note) {
    Exchange exchange = context.attribute(KEY);
    if (exchange != null) {
      note.accept(exchange);
    }
  }

  /** A stream by now, which is put back. */
  private static byte[] errorBody(Context context) {
    try (InputStream result = context.resultInputStream()) {
      byte[] body = result == null ? new byte[0] : result.readAllBytes();
      context.result(body);
      return body;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
