// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

/**
 * A feature column. To be filled in: type, unit, range or categories seen, missing share, an
 * example.
 */
public record Column(String name) {}
