// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import java.util.Map;

/**
 * A record as text cells by column name and the prediction made for it when the version was
 * published, to the last bit.
 */
public record CheckRow(Map<String, String> record, double prediction) {}
