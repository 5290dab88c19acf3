// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import io.odometer.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The sample that is shipped: a project, its settings, and a table for it.
 *
 * @param project its name
 * @param settings as the control API takes them
 * @param table the file's name
 */
public record Sample(String project, JsonNode settings, String table) {
  public static Sample shipped() {
    return Json.read(resource("sample.json"), Sample.class);
  }

  /** The table as the bytes of a CSV file. */
  public byte[] content() {
    return resource(table);
  }

  private static byte[] resource(String name) {
    try (InputStream stream = Sample.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sample's " + name, e);
    }
  }
}
