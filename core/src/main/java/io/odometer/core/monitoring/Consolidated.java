// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.store.ObjectKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Output of consolidate: the payload of a window as tables of one header each, in the work bucket.
 *
 * @param from when the oldest row was served, null if there is none
 * @param to when the newest was
 * @param rows served, with a prediction
 * @param requests captured, failed ones among them
 * @param failed requests that were refused
 * @param unreadable captured records, or payloads, that could not be read
 * @param labels new ground truth
 * @param objects how many were taken
 * @param payload CSV: {@code odometer.id}, {@code .time}, {@code .source}, {@code .status}, {@code
 *     .prediction}, {@code .prediction_<algorithm>}, then the endpoint's fields; empty if there is
 *     no row
 * @param truth CSV of the new labels; empty if there is none
 * @param taken JSON: what the bookmark moves over
 */
public record Consolidated(
    @Nullable Instant from,
    @Nullable Instant to,
    long rows,
    long requests,
    long failed,
    long unreadable,
    long labels,
    long objects,
    List<ObjectKey> payload,
    List<ObjectKey> truth,
    ObjectKey taken) {
  public Consolidated {
    payload = List.copyOf(payload);
    truth = List.copyOf(truth);
  }
}
