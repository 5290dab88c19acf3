// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.plan;

import static java.util.Objects.requireNonNull;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelVersion;
import io.odometer.core.scoring.ScoringCounts;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.training.ObjectVersion;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * {@code out/<name>.manifest.json}, written last: what was scored by what, and what came of it.
 *
 * @param rejects absent when no row was rejected
 * @param capture what was left for monitoring, absent when nothing was
 * @param reasons rejected rows by kind of reason
 * @param versions by algorithm
 * @param rule how their predictions were combined
 */
public record ScoringManifest(
    ScoringCounts counts,
    Map<String, Long> reasons,
    Map<Algorithm, ModelVersion> versions,
    EndpointRule rule,
    ScoringSettings settings,
    ObjectVersion input,
    @Nullable ObjectVersion job,
    ObjectVersion output,
    @Nullable ObjectVersion rejects,
    @Nullable ObjectKey capture,
    Checksums checksums,
    Timings timings,
    ExecutionId execution) {
  public ScoringManifest {
    for (Object needed :
        new @Nullable Object[] {
          counts, reasons, versions, rule, settings, input, output, checksums, timings, execution
        }) {
      requireNonNull(needed);
    }
  }

  /** CRC-32C of whole objects, in hex. */
  public record Checksums(String algorithm, String input, String output, @Nullable String rejects) {
    public static final String ALGORITHM = "CRC-32C";
  }

  /**
   * @param seconds from the start of the execution
   */
  public record Timings(
      Instant startedAt, Instant publishedAt, double seconds, long rowsPerSecond) {}

  public static Map<Algorithm, ModelVersion> versions(Endpoint endpoint) {
    return endpoint.members().stream()
        .collect(
            Collectors.toMap(
                ModelId::algorithm, ModelId::version, (left, right) -> right, TreeMap::new));
  }

  /** Reads it, or nothing if it is of a form that is not ours. */
  public static @Nullable ScoringManifest read(byte[] json) {
    try {
      return Json.read(json, ScoringManifest.class);
    } catch (JacksonException | IllegalArgumentException | NullPointerException foreign) {
      return null;
    }
  }

  /** Whether this is what the order asks for. */
  public boolean answers(ScoringOrder order) {
    return input.equals(order.input())
        && Objects.equals(job, order.job())
        && versions.equals(versions(order.endpoint()))
        && rule.equals(order.endpoint().rule())
        && settings.equals(order.settings());
  }
}
