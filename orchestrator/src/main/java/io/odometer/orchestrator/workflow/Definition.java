// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A workflow in the Amazon States Language, checked when it is read; immutable.
 *
 * @see <a href="https://states-language.net">the specification</a>
 */
public final class Definition {
  private final String name;
  private final @Nullable Long timeoutSeconds;
  private final Chain chain;

  Definition(String name, @Nullable Long timeoutSeconds, Chain chain) {
    this.name = name;
    this.timeoutSeconds = timeoutSeconds;
    this.chain = chain;
  }

  /**
   * Reads and checks a definition.
   *
   * @throws io.odometer.core.error.OdometerException {@code Workflow.Invalid}: every mistake, each
   *     with its state and field; features that are not supported count as mistakes
   */
  public static Definition parse(String name, JsonNode json) {
    return new DefinitionParser(name).parse(json);
  }

  public String name() {
    return name;
  }

  @Nullable Long timeoutSeconds() {
    return timeoutSeconds;
  }

  Chain chain() {
    return chain;
  }
}
