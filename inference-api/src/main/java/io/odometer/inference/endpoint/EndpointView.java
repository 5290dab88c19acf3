// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.endpoint;

import io.odometer.core.registry.Endpoint;
import io.odometer.core.serving.ServingEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint at one moment.
 *
 * @param wanted the newest version heard of
 * @param serving what answers requests: the wanted version, or an older one until that is loaded
 * @param failure why the wanted version is not serving yet, if that was tried
 */
public record EndpointView(
    Endpoint wanted, @Nullable ServingEndpoint serving, @Nullable LoadFailure failure) {

  /** As people read it. */
  public enum Status {
    SERVING,
    LOADING,
    /** The wanted version cannot be loaded; an older one may serve. */
    FAILED,
    NO_CHAMPION
  }

  public Status status() {
    if (isCurrent()) {
      return Status.SERVING;
    }
    if (wanted.members().isEmpty()) {
      return Status.NO_CHAMPION;
    }
    return failure == null ? Status.LOADING : Status.FAILED;
  }

  /** Whether the wanted version is the one that serves. */
  public boolean isCurrent() {
    return serving != null && serving.endpoint().version() == wanted.version();
  }

  /** Whether nothing is left to wait for: it serves, failed, or has no champion. */
  boolean isSettled() {
    return status() != Status.LOADING;
  }

  /** Why nothing serves. */
  public String reason() {
    return switch (status()) {
      case SERVING -> "it is serving";
      case NO_CHAMPION -> "it has no champion yet";
      case LOADING -> "version %d is being loaded".formatted(wanted.version());
      case FAILED ->
          "version %d cannot be loaded: %s"
              .formatted(wanted.version(), failure == null ? "" : failure.reason());
    };
  }
}
