// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

/**
 * A column that is no feature, and why: constant, identifier-like, ignored by the project, empty.
 */
public record DroppedColumn(String name, String reason) {}
