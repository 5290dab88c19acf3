// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.odometer.inference.capture.Capture;
import io.odometer.inference.endpoint.Endpoints;
import io.odometer.inference.request.Predictions;
import io.odometer.platform.http.Route;
import java.util.List;

/** Every route of the service but those that each service has. */
public final class ServingRoutes {
  private final List<Route> routes;
  private final CapturedRequests captured;

  /**
   * @param token whether calls need one, for the examples to say so
   */
  public ServingRoutes(
      Endpoints endpoints,
      EndpointChoice choice,
      Predictions predictions,
      ServingMetrics metrics,
      Capture capture,
      boolean token) {
    this.captured = new CapturedRequests(capture);
    PredictHandlers predict = new PredictHandlers(choice, predictions, metrics, captured);
    DescriptionHandlers describe = new DescriptionHandlers(endpoints, choice, token);
    this.routes =
        List.of(
            new Route(HandlerType.POST, "/predict", predict::predict),
            new Route(HandlerType.POST, "/endpoints/{name}/predict", predict::predictNamed),
            new Route(HandlerType.GET, "/endpoints", describe::list),
            new Route(HandlerType.GET, "/endpoints/{name}", describe::describe),
            new Route(HandlerType.GET, "/ping", describe::ping),
            new Route(HandlerType.POST, "/invocations", predict::invoke),
            new Route(HandlerType.POST, "/endpoints/{name}/invocations", predict::invokeNamed),
            Route.openApi(ServingRoutes.class, "/inference-api/openapi.json"));
  }

  List<Route> all() {
    return routes;
  }

  public void addTo(RoutesConfig config) {
    routes.forEach(route -> route.addTo(config));
    // For all paths: looking at the request is cheaper than matching each path again.
    config.after(captured::end);
  }
}
