// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

/** A value and how often it came. */
public record CategoryCount(String value, long count) {}
