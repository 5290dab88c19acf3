// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateScannerTest {
  private final DateScanner scanner = new DateScanner();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2016-03-26|2016-03-26T00:00:00Z",
        "2016-03-26 17:47:46|2016-03-26T17:47:46Z",
        "2016-03-26T17:47:46.123Z|2016-03-26T17:47:46Z",
        "2016-03-26T17:47:46+02:00|2016-03-26T15:47:46Z",
        "2016/3/6|2016-03-06T00:00:00Z",
        "26.03.2016|2016-03-26T00:00:00Z",
        "4 Mar 2020|2020-03-04T00:00:00Z",
        "March 4, 2020|2020-03-04T00:00:00Z",
        "Mar-2020|2020-03-01T00:00:00Z",
        "2020-03|2020-03-01T00:00:00Z",
        "25/12/19 1:30 pm|2019-12-25T13:30:00Z",
        "3/4/2020|2020-04-03T00:00:00Z"
      })
  void common_forms_are_read(String cell, Instant expected) {
    assertEquals((double) expected.getEpochSecond(), scanner.read(cell, true));
  }

  @Test
  void the_month_comes_first_where_the_column_says_so() {
    assertEquals(LocalDate.of(2020, 3, 4).toEpochDay() * 86_400.0, scanner.read("3/4/2020", false));
    scanner.read("3/14/2020", true);
    assertTrue(scanner.sawMonthFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2016",
        "12.5",
        "2016-02-30",
        "2016-13-01",
        "1.2.3",
        "May",
        "17,500",
        "10:30",
        "x"
      })
  void what_is_no_date_is_told_apart(String cell) {
    assertTrue(Double.isNaN(scanner.read(cell, true)), cell);
  }

  @Test
  void calendar_days_agree_with_the_platform() {
    for (long day = -200_000; day < 200_000; day += 37) {
      LocalDate date = LocalDate.ofEpochDay(day);
      assertEquals(
          day, CalendarDays.toEpochDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
      assertEquals(date.getYear(), CalendarDays.year(day));
      assertEquals(date.getMonthValue(), CalendarDays.month(day));
      assertEquals(date.getDayOfWeek().getValue(), CalendarDays.dayOfWeek(day));
    }
  }
}
