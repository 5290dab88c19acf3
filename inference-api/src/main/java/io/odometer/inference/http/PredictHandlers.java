// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import io.javalin.http.Context;
import io.odometer.core.serving.RequestForm;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.inference.answer.AnswerForm;
import io.odometer.inference.http.MediaTypes.Family;
import io.odometer.inference.request.PredictionRun;
import io.odometer.inference.request.Predictions;
import io.odometer.platform.http.HttpProblem;
import io.odometer.platform.http.HttpServer;
import org.jspecify.annotations.Nullable;

/** Answers requests for predictions, in our own form and in SageMaker's. */
final class PredictHandlers {
  private static final String VARIANT = "x-Amzn-Invoked-Production-Variant";

  private final EndpointChoice choice;
  private final Predictions predictions;
  private final ServingMetrics metrics;
  private final CapturedRequests captured;

  PredictHandlers(
      EndpointChoice choice,
      Predictions predictions,
      ServingMetrics metrics,
      CapturedRequests captured) {
    this.choice = choice;
    this.predictions = predictions;
    this.metrics = metrics;
    this.captured = captured;
  }

  void predict(Context context) {
    predict(context, choice.byDefault());
  }

  void predictNamed(Context context) {
    predict(context, choice.byName(context.pathParam("name")));
  }

  void invoke(Context context) {
    invoke(context, choice.byDefault());
  }

  void invokeNamed(Context context) {
    invoke(context, choice.byName(context.pathParam("name")));
  }

  private void predict(Context context, ServingEndpoint serving) {
    captured.begin(context, serving);
    byte[] body = read(context);
    RequestForm form =
        switch (MediaTypes.sent(context.contentType(), body)) {
          case JSON -> RequestForm.JSON;
          case CSV -> RequestForm.NAMED_CSV;
          case JSON_LINES -> RequestForm.JSON_LINES;
        };
    AnswerForm answer =
        switch (MediaTypes.accepted(context.header("Accept")).orElse(Family.JSON)) {
          case JSON -> AnswerForm.JSON;
          case CSV -> AnswerForm.CSV;
          case JSON_LINES ->
              throw HttpProblem.notAcceptable(
                  "/predict answers application/json and text/csv; for lines use /invocations");
        };
    answer(context, serving, form, body, answer);
  }

  /** Without Accept the answer has the request's family. */
  private void invoke(Context context, ServingEndpoint serving) {
    captured.begin(context, serving);
    byte[] body = read(context);
    Family sent = MediaTypes.sent(context.contentType(), body);
    RequestForm form =
        switch (sent) {
          case JSON -> RequestForm.JSON;
          case CSV -> RequestForm.POSITIONAL_CSV;
          case JSON_LINES -> RequestForm.JSON_LINES;
        };
    AnswerForm answer =
        switch (MediaTypes.accepted(context.header("Accept")).orElse(sent)) {
          case JSON -> AnswerForm.SAGEMAKER_JSON;
          case CSV -> AnswerForm.SAGEMAKER_CSV;
          case JSON_LINES -> AnswerForm.SAGEMAKER_LINES;
        };
    context.header(VARIANT, "AllTraffic");
    echo(context, context.header(ClientMarks.INFERENCE_ID));
    answer(context, serving, form, body, answer);
  }

  private byte[] read(Context context) {
    byte[] body = Bodies.read(context);
    captured.sent(context, body);
    captured.named(context, ClientMarks.of(context));
    return body;
  }

  private static void echo(Context context, @Nullable String inferenceId) {
    if (inferenceId != null) {
      context.header(ClientMarks.INFERENCE_ID, inferenceId);
    }
  }

  private void answer(
      Context context, ServingEndpoint serving, RequestForm form, byte[] body, AnswerForm answer) {
    captured.read(context, form);
    PredictionRun run = predictions.run(serving, form, body);
    metrics.count(run);
    byte[] written = answer.write(run, HttpServer.requestId(context));
    context.contentType(answer.contentType()).result(written);
    captured.answered(context, run, answer.contentType(), written);
  }
}
