// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import io.odometer.core.serving.ServingEndpoint;
import io.odometer.inference.endpoint.EndpointView;
import io.odometer.inference.endpoint.Endpoints;
import io.odometer.platform.http.HttpProblem;
import java.util.Optional;
import java.util.function.Predicate;

/** Which endpoint a request means. */
public final class EndpointChoice {
  private final Endpoints endpoints;
  private final Predicate<String> isProject;
  private final Optional<String> preferred;

  /**
   * @param isProject whether a project of that name exists, champion or not
   * @param preferred what {@code /predict} means when there are several
   */
  public EndpointChoice(
      Endpoints endpoints, Predicate<String> isProject, Optional<String> preferred) {
    this.endpoints = endpoints;
    this.isProject = isProject;
    this.preferred = preferred;
  }

  /**
   * @throws HttpProblem 404 when there is none, 503 when nothing serves it yet
   */
  ServingEndpoint byName(String name) {
    EndpointView view = endpoints.find(name).orElseThrow(() -> absent(name));
    return serving(view);
  }

  /**
   * @throws HttpProblem 400 when it is not clear which, 503 when nothing serves yet
   */
  ServingEndpoint byDefault() {
    if (preferred.isPresent()) {
      return byName(preferred.get());
    }
    Optional<EndpointView> only = endpoints.only();
    if (only.isPresent()) {
      return serving(only.get());
    }
    if (endpoints.names().isEmpty()) {
      throw HttpProblem.unavailable("no project has a champion yet");
    }
    throw HttpProblem.badRequest(
        "there are several endpoints: name one in /endpoints/{name}/…, or set"
            + " ODOMETER_DEFAULT_ENDPOINT; there are "
            + String.join(", ", endpoints.names()));
  }

  /** The default one serves; or any, when none is the default. */
  boolean answers() {
    Optional<EndpointView> meant =
        preferred.isPresent() ? endpoints.find(preferred.get()) : endpoints.only();
    boolean unclear = preferred.isEmpty() && meant.isEmpty();
    return unclear ? endpoints.anyServes() : meant.map(EndpointView::serving).isPresent();
  }

  /**
   * @throws HttpProblem 404 when neither an endpoint nor a project has that name, 503 when the
   *     project has no endpoint yet
   */
  EndpointView view(String name) {
    return endpoints.find(name).orElseThrow(() -> absent(name));
  }

  private static ServingEndpoint serving(EndpointView view) {
    ServingEndpoint serving = view.serving();
    if (serving == null) {
      throw HttpProblem.unavailable(
          "endpoint %s does not answer: %s".formatted(view.wanted().name(), view.reason()));
    }
    return serving;
  }

  private HttpProblem absent(String name) {
    if (isProject.test(name)) {
      return HttpProblem.unavailable("project %s has no champion yet".formatted(name));
    }
    return HttpProblem.notFound(
        "there is no endpoint '%s'; there are: %s"
            .formatted(name, String.join(", ", endpoints.names())));
  }
}
