// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a table was written: its encoding and what parts the cells. */
public record TextForm(Charset charset, char delimiter) {
  /** How Odometer writes. */
  public static final TextForm PLAIN = new TextForm(StandardCharsets.UTF_8, ',');
}
