// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CloserTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void what_was_added_last_is_closed_first_and_once() {
    Closer closer = new Closer();
    closer.add(() -> closed.add("store"));
    closer.add(() -> closed.add("server"));
    closer.close();
    closer.close();
    assertEquals(List.of("server", "store"), closed);
  }

  @Test
  void a_failure_keeps_nothing_open_and_none_is_forgotten() {
    Closer closer = new Closer();
    closer.add(() -> closed.add("store"));
    closer.add(
        () -> {
          throw new IOException("second");
        });
    closer.add(
        () -> {
          throw new IllegalArgumentException("first");
        });
    Exception failure = assertThrows(IllegalArgumentException.class, closer::close);
    assertEquals("second", failure.getSuppressed()[0].getMessage());
    assertEquals(List.of("store"), closed);
  }

  @Test
  void waits_double_up_to_the_most_and_differ() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), new Random(1));
    for (int failures = 1; failures < 100; failures++) {
      long whole = Math.min(1000, 100L << Math.min(failures - 1, 10));
      long wait = backoff.after(failures).toMillis();
      assertTrue(wait >= whole / 2 && wait <= whole, failures + ": " + wait);
    }
    assertTrue(backoff.after(9).compareTo(backoff.after(9)) != 0);
  }

  @Test
  void reasons_of_all_parts_are_told() {
    assertEquals(Health.ready(), Health.all(Health.ready(), Health.ready()));
    assertEquals(
        Health.notReady("a; b"),
        Health.all(Health.notReady("a"), Health.ready(), Health.notReady("b")));
  }
}
