// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import io.odometer.core.table.Utf8Check;
import java.util.Locale;

/** A body and what its header calls it. The bytes are nobody's to change. */
final class Payload {
  /** How a record holds a payload, in SageMaker's words. */
  enum Encoding {
    JSON,
    CSV,
    BASE64
  }

  static final Payload NONE = new Payload("", new byte[0]);

  private final String type;
  private final byte[] bytes;

  Payload(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  String type() {
    return type;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return bytes.length;
  }

  /** As text if it is a kind of text that monitors know, and only if no byte gets lost by that. */
  Encoding encoding() {
    String name = type.toLowerCase(Locale.ROOT);
    Encoding encoding =
        name.contains("json")
            ? Encoding.JSON
            : name.contains("csv") || name.startsWith("text/") ? Encoding.CSV : Encoding.BASE64;
    return Utf8Check.isUtf8(bytes) ? encoding : Encoding.BASE64;
  }
}
