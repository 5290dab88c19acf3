// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.odometer.core.registry.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a captured request says beyond SageMaker's record, in its member {@code odometer}: enough to
 * read the payload as the endpoint did, and to judge each member.
 *
 * @param status of the answer, as HTTP has it
 * @param form how the payload holds its records, {@code json}, {@code json-lines}, {@code
 *     named-csv} or {@code positional-csv}; null if that was the mistake
 * @param endpointVersion of the endpoint that answered
 * @param members in the endpoint's order
 * @param predictions for each row the combined value and then each member's; null where it is no
 *     finite number; empty when the request failed
 */
public record CaptureFacts(
    int status,
    @Nullable String form,
    long endpointVersion,
    List<ModelId> members,
    List<List<@Nullable Double>> predictions) {
  /** The record's member that holds these facts. */
  public static final String FIELD = "odometer";

  private static final int FIRST_REFUSAL = 400;

  public CaptureFacts {
    members = List.copyOf(members);
    predictions = List.copyOf(predictions);
  }

  @JsonIgnore
  public boolean isAnswered() {
    return isAnswered(status);
  }

  /** Whether an answer of that status is one, and no refusal. */
  public static boolean isAnswered(int status) {
    return status < FIRST_REFUSAL;
  }
}
