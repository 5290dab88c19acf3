// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.util.Arrays;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Walks JSON without building a tree. Every method begins and ends on a value's own token. */
final class JsonStream {
  private final JsonParser parser;

  JsonStream(JsonParser parser) {
    this.parser = parser;
  }

  /** Calls for each field, standing on its value; what the caller does not read is skipped. */
  void object(Consumer<String> field) {
    expect(JsonToken.START_OBJECT);
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      field.accept(name);
      parser.skipChildren();
    }
    expect(JsonToken.END_OBJECT);
  }

  void array(Runnable element) {
    expect(JsonToken.START_ARRAY);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      element.run();
    }
  }

  String text() {
    return parser.getString();
  }

  /** XGBoost writes parameters as text, arrays as numbers and sometimes as truth values. */
  int integer() {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT -> parser.getIntValue();
      case VALUE_TRUE -> 1;
      case VALUE_FALSE -> 0;
      default -> parse(text());
    };
  }

  private static int parse(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException unreadable) {
      throw new OdometerException(
          Errors.MODEL_CORRUPT, "the model has '%s' for an integer".formatted(text));
    }
  }

  int[] integers() {
    Integers grown = new Integers();
    array(() -> grown.add(integer()));
    return grown.trimmed();
  }

  /** From the digits themselves: a double between would round twice. */
  float[] floats() {
    Integers bits = new Integers();
    array(() -> bits.add(Float.floatToRawIntBits(Float.parseFloat(text()))));
    int[] trimmed = bits.trimmed();
    float[] floats = new float[trimmed.length];
    for (int index = 0; index < floats.length; index++) {
      floats[index] = Float.intBitsToFloat(trimmed[index]);
    }
    return floats;
  }

  private void expect(JsonToken token) {
    if (parser.currentToken() != token) {
      throw new OdometerException(
          Errors.MODEL_CORRUPT,
          "the model has %s where %s belongs, at %s"
              .formatted(
                  parser.currentToken(), token, parser.currentLocation().offsetDescription()));
    }
  }

  private static final class Integers {
    private int[] values = new int[64];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int[] trimmed() {
      return Arrays.copyOf(values, size);
    }
  }
}
