// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.endpoint;

import io.odometer.core.registry.Endpoint;
import io.odometer.core.serving.ServingEndpoint;

/** Hears how loading goes, on the loader's thread. */
public interface LoadListener {
  void loaded(ServingEndpoint serving);

  /** At the first failure of a version, and again when the error changes; not at every retry. */
  void failed(Endpoint endpoint, LoadFailure failure);

  void removed(String endpoint);
}
