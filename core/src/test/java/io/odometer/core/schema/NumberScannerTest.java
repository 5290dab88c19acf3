// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberScannerTest {
  private final NumberScanner scanner = new NumberScanner();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        " £17,500|17500|£",
        "$5,000|5000|$",
        "EUR 12.50|12.5|EUR",
        "Rs. 4,50,000|450000|Rs",
        "1248 CC|1248|CC",
        "23.4 kmpl|23.4|kmpl",
        "150,000km|150000|km",
        "1.0T|1|T",
        "12.5%|12.5|%",
        "-3.5e-2|-0.035|",
        "+7|7|",
        "−4|-4|",
        "(1,200)|-1200|",
        ".5|0.5|",
        "1 m3|1|m3",
        "1'234.5|1234.5|",
        "0.999|0.999|",
        "9007199254740993|9007199254740992|",
        "0.1234567890123456789|0.12345678901234568|"
      })
  void a_number_is_read_with_its_unit(String cell, double value, String unit) {
    assertTrue(scanner.scan(cell, false), cell);
    assertEquals(1, scanner.count());
    assertEquals(value, scanner.value(0));
    assertEquals(unit == null ? "" : unit, scanner.unit(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "190Nm@ 2000rpm|190 Nm 2000 rpm",
        "87 bhp @ 6000 rpm|87 bhp 6000 rpm",
        "12.7@ 2,700(kgm@ rpm)|12.7 kgm 2700 rpm",
        "250Nm@ 1500-2500rpm|250 Nm 1500  2500 rpm",
        "22.4 kgm at 1750-2750rpm|22.4 kgm 1750  2750 rpm"
      })
  void several_numbers_of_a_cell_are_read_each_with_its_unit(String cell, String expected) {
    assertTrue(scanner.scan(cell, false));
    StringBuilder found = new StringBuilder();
    for (int part = 0; part < scanner.count(); part++) {
      double value = scanner.value(part);
      found.append(value == Math.rint(value) ? Long.toString((long) value) : "" + value);
      found.append(' ').append(scanner.unit(part)).append(' ');
    }
    assertEquals(expected, found.toString().trim());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bhp",
        "A3",
        "/ad/25451236",
        "i10",
        "Infinity",
        "1e999",
        "2016-03-26 17:47:46",
        "1.2.3.4",
        "3 beautiful words of something else entirely",
        "",
        "-"
      })
  void what_is_no_number_is_told_apart(String cell) {
    assertFalse(scanner.scan(cell, false), cell);
  }

  @Test
  void a_decimal_comma_is_read_where_the_column_has_them() {
    assertTrue(scanner.scan("1.234,56 €", true));
    assertEquals(1234.56, scanner.value(0));
    assertTrue(scanner.scan("17,500", true));
    assertEquals(17.5, scanner.value(0));
    assertTrue(scanner.scan("1.500", true));
    assertEquals(1500, scanner.value(0));
  }

  @Test
  void only_unambiguous_cells_are_evidence_for_a_decimal_sign() {
    scanner.scan("17,500", false);
    assertFalse(scanner.sawDecimalComma() || scanner.sawDecimalPoint());
    scanner.scan("12,5", false);
    assertTrue(scanner.sawDecimalComma());
    scanner.scan("12.5", false);
    assertTrue(scanner.sawDecimalPoint());
  }
}
