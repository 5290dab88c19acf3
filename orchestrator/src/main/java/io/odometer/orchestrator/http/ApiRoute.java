// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** One route of an API; a path's variables are in braces, as in OpenAPI. */
record ApiRoute(HandlerType method, String path, Handler handler) {}
