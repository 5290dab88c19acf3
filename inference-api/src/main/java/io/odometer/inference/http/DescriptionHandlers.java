// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import io.javalin.http.Context;
import io.odometer.inference.endpoint.EndpointView;
import io.odometer.inference.endpoint.Endpoints;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which endpoints there are and what to send to them. */
final class DescriptionHandlers {
  private record Listing(List<Entry> endpoints) {}

  private record Entry(String name, String status, @Nullable Long version, String url) {
    static Entry of(EndpointView view) {
      String name = view.wanted().name().value();
      Long version = view.serving() == null ? null : (Long) view.serving().endpoint().version();
      return new Entry(name, EndpointDescription.status(view), version, "/endpoints/" + name);
    }
  }

  /** What may stand in a Host header; anything else has no place in a shell command. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]{1,255}");

  private final Endpoints endpoints;
  private final EndpointChoice choice;
  private final boolean token;

  DescriptionHandlers(Endpoints endpoints, EndpointChoice choice, boolean token) {
    this.endpoints = endpoints;
    this.choice = choice;
    this.token = token;
  }

  void list(Context context) {
    List<Entry> entries =
        endpoints.names().stream()
            .map(endpoints::find)
            .flatMap(Optional::stream)
            .map(Entry::of)
            .toList();
    context.json(new Listing(entries));
  }

  void describe(Context context) {
    EndpointView view = choice.view(context.pathParam("name"));
    context.json(EndpointDescription.of(view, address(context), token));
  }

  private static String address(Context context) {
    String host = context.host();
    return host != null && ADDRESS.matcher(host).matches() ? host : "127.0.0.1:8080";
  }

  /** Healthy in SageMaker's sense: a request would be answered. */
  void ping(Context context) {
    context.status(choice.answers() ? 200 : 503).contentType("text/plain").result("");
  }
}
