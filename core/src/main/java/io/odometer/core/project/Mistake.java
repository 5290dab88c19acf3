// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

/** What is wrong with which setting; nested fields by dots, {@code split.train}. */
public record Mistake(String field, String message) {
  @Override
  public String toString() {
    return field.isEmpty() ? message : field + ": " + message;
  }
}
