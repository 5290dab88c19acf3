// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import io.odometer.core.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty refuses before any handler sees it, such as a malformed path, as JSON too. */
final class JettyErrors extends ErrorHandler {
  @Override
  protected boolean generateAcceptableResponse(
      Request request,
      Response response,
      Callback callback,
      String contentType,
      List<Charset> charsets,
      int code,
      String message,
      @Nullable Throwable cause)
      throws IOException {
    return super.generateAcceptableResponse(
        request, response, callback, "application/json", charsets, code, message, cause);
  }

  @Override
  protected void writeErrorJson(
      Request request,
      PrintWriter writer,
      int code,
      @Nullable String message,
      @Nullable Throwable cause) {
    String words = message == null ? StatusNames.of(code) : message;
    writer.append(Json.text(ErrorBody.of(StatusNames.of(code), words, request.getId())));
  }
}
