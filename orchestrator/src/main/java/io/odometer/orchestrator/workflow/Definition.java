// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import tools.jackson.databind.JsonNode;

/**
 * A workflow in the Amazon States Language, checked when it is read; immutable.
 *
 * @see <a href="https://states-language.net">the specification</a>
 */
public final class Definition {
  private final String name;

  private Definition(String name) {
    this.name = name;
  }

  /**
   * @throws io.odometer.core.error.OdometerException {@code Workflow.Invalid}: every mistake, each
   *     with its state and field; features that are not supported count as mistakes
   */
  public static Definition parse(String name, JsonNode json) {
    throw new UnsupportedOperationException("to be written");
  }

  public String name() {
    return name;
  }
}
