// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.message;

import io.odometer.core.project.ProjectName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that others may want to know; the CloudEvents attributes travel as headers.
 *
 * @param id the same for the same happening, however often it is reported
 * @param type such as {@code execution.changed}, {@code model.rejected}, {@code endpoint.updated},
 *     {@code object.unclaimed}
 * @param source the service that says so
 * @param message one line for a person
 */
public record SystemEvent(
    String id,
    String type,
    String source,
    Instant time,
    @Nullable ProjectName project,
    String message,
    JsonNode data) {}
