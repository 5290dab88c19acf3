// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.monitoring.CaptureFacts;
import org.jspecify.annotations.Nullable;

/** A line of captured data in SageMaker's shape, as far as it matters here. */
record CapturedRecord(
    @Nullable CaptureData captureData,
    @Nullable EventMetadata eventMetadata,
    @Nullable CaptureFacts odometer) {

  /**
   * @param batchTransformOutput only batches have it
   */
  record CaptureData(@Nullable Payload endpointInput, @Nullable Payload batchTransformOutput) {}

  record Payload(@Nullable String data, @Nullable String encoding) {}

  record EventMetadata(
      @Nullable String eventId, @Nullable String inferenceId, @Nullable String inferenceTime) {}
}
