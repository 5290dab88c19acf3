// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=HYPERLINK(\"http://x\")",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "-1+1",
        "@SUM(1+9)*cmd|' /C calc'!A0",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "-",
        "--5",
        "-x",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20x",
      })
  void what_a_spreadsheet_would_run_gets_an_apostrophe(String text) {
    assertEquals("'" + text, Formulas.disarmed(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a=1",
        "'=1",
        "5",
        "-5",
        "+5",
        "-5.25",
        "-.5",
        "-1,234.50",
        "-1e-5",
        "+3%",
        "- 5",
        "-$5",
        "-1 000",
        "2020-03-04",
        "O'Brien",
        "a@b.c"
      })
  void text_and_signed_numbers_stay(String text) {
    assertEquals(text, Formulas.disarmed(text));
  }
}
