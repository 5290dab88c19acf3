// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import io.odometer.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a table: description, then the file to write. */
public final class GenerateMain {
  private GenerateMain() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: GenerateMain SPEC.json TABLE.csv");
      System.exit(2);
    }
    var spec = Json.read(Files.readString(Path.of(arguments[0])), TableSpec.class);
    try (var out = Files.newBufferedWriter(Path.of(arguments[1]))) {
      new TableGenerator(spec).write(out);
    }
  }
}
