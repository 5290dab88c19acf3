// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.endpoint;

import java.time.Instant;

/** Why a version of an endpoint could not be loaded, the last time it was tried. */
public record LoadFailure(String error, String reason, int tries, Instant at) {}
