// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.json.Json;
import io.odometer.orchestrator.workflow.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The workflows that can be started.
 *
 * @param services whose workers take tasks; a task for any other fails at once
 */
public record Workflows(Map<String, Definition> byName, Set<String> services) {
  public Workflows {
    byName = Map.copyOf(byName);
    services = Set.copyOf(services);
  }

  /** Those that come with the orchestrator. */
  public static Workflows builtIn() {
    return new Workflows(
        Stream.of("training", "batch-scoring", "monitoring")
            .collect(Collectors.toMap(Function.identity(), Workflows::fromResource)),
        Set.of("trainer", "scorer", "monitor"));
  }

  public Optional<Definition> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static Definition fromResource(String name) {
    String resource = "/workflows/" + name + ".asl.json";
    try (InputStream content = Workflows.class.getResourceAsStream(resource)) {
      if (content == null) {
        throw new IllegalStateException("there is no resource " + resource);
      }
      return Definition.parse(name, Json.tree(content.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(resource, unreadable);
    }
  }
}
