// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.monitoring.Consolidated;
import io.odometer.core.monitoring.WindowMode;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.monitor.CapturedCars.Run;
import io.odometer.monitor.consolidate.ConsolidateLimits;
import io.odometer.testmodels.DeadlyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each captured request is counted in exactly one run. */
class OnceTest {
  private static List<String> one(String... ids) {
    return List.of(ids);
  }

  @Test
  void each_run_takes_what_came_since_the_last() {
    CapturedCars cars = new CapturedCars();
    cars.capture("a", cars.request("r1", 10, 100));
    assertEquals(one("r1"), cars.watch("first"));
    assertEquals(one(), cars.watch("nothing new"));
    cars.pass(Duration.ofMinutes(5));
    cars.capture("b", cars.request("r2", 10, 100));
    assertEquals(one("r2"), cars.watch("second"));
  }

  @Test
  void objects_with_one_time_and_late_ones_are_each_taken_once() {
    Random random = new Random(7);
    CapturedCars cars = new CapturedCars();
    cars.limits = new ConsolidateLimits(3, 1 << 20, 1_000, 1_000);
    List<String> taken = new ArrayList<>();
    TreeSet<String> sent = new TreeSet<>();
    for (int run = 0; run < 60; run++) {
      for (int i = 0; run < 40 && i < random.nextInt(6); i++) {
        String id = run + "-" + i;
        Duration late = Duration.ofMinutes(random.nextInt(3) * 60L);
        cars.now = cars.now.minus(late);
        cars.capture("o" + random.nextInt() + id, cars.request(id, 10, 100));
        cars.now = cars.now.plus(late);
        sent.add(id);
      }
      taken.addAll(cars.watch("run" + run));
      cars.pass(Duration.ofMinutes(random.nextInt(3) * 20L));
    }
    assertEquals(new ArrayList<>(sent), taken.stream().sorted().toList());
  }

  @Test
  void an_object_that_is_written_again_is_not_taken_again() {
    CapturedCars cars = new CapturedCars();
    String line = cars.request("r1", 10, 100);
    cars.capture("a", line);
    cars.watch("first");
    for (int i = 0; i < 10; i++) {
      cars.pass(Duration.ofHours(2));
      cars.capture("a", line);
      cars.capture("b" + i, cars.request("b" + i, 10, 100));
      assertEquals(one("b" + i), cars.watch("run" + i));
    }
  }

  @Test
  void what_exceeds_a_runs_limits_waits_for_the_next() {
    CapturedCars cars = new CapturedCars();
    cars.limits = new ConsolidateLimits(2, 1 << 20, 1_000, 1_000);
    for (int i = 0; i < 5; i++) {
      cars.capture("o" + i, cars.request("r" + i, 10, 100));
    }
    Run run = cars.run("first");
    Consolidated first = run.consolidate();
    assertEquals(3, cars.taken(first).left());
    run.commit(first);
    assertEquals(one("r0", "r1"), cars.ids(first));
    assertEquals(one("r2", "r3"), cars.watch("second"));
    cars.limits = new ConsolidateLimits(2, 1 << 20, 1, 1);
    cars.capture("o6", cars.request("r6", 10, 100));
    assertEquals(one("r4"), cars.watch("third"));
    assertEquals(one("r6"), cars.watch("fourth"));
  }

  @Test
  void of_two_runs_at_once_one_counts() {
    CapturedCars cars = new CapturedCars();
    cars.capture("a", cars.request("r1", 10, 100));
    Run one = cars.run("one");
    Run other = cars.run("other");
    Consolidated ones = one.consolidate();
    Consolidated others = other.consolidate();
    other.commit(others);
    OdometerException lost = assertThrows(OdometerException.class, () -> one.commit(ones));
    assertEquals(Errors.LEDGER_CONFLICT, lost.error());
    assertTrue(lost.reason().contains("nothing was counted twice"), lost.reason());
    other.commit(others);
    assertEquals(1, cars.ledgers.read(CapturedCars.PROJECT).ledger().windows().size());
  }

  @Test
  void a_peek_takes_nothing() {
    CapturedCars cars = new CapturedCars();
    cars.capture("a", cars.request("r1", 10, 100));
    Consolidated peeked =
        cars.run("peek", new WindowOrder(WindowMode.PEEK, null, null)).consolidate();
    assertEquals(one("r1"), cars.ids(peeked));
    assertEquals(
        cars.ledgers.read(CapturedCars.PROJECT).ledger().bookmark(), cars.taken(peeked).bookmark());
    assertEquals(one("r1"), cars.watch("first"));
  }

  @Test
  void a_rewind_takes_again_what_came_since_then_and_only_that() {
    CapturedCars cars = new CapturedCars();
    cars.capture("a", cars.request("r1", 10, 100));
    cars.pass(Duration.ofHours(1));
    cars.capture("b", cars.request("r2", 10, 100));
    cars.watch("first");
    cars.pass(Duration.ofMinutes(-90));
    cars.capture("late", cars.request("late", 10, 100));
    cars.pass(Duration.ofMinutes(100));
    Run rewind =
        cars.run(
            "rewind",
            new WindowOrder(WindowMode.REWIND, CapturedCars.START.plus(Duration.ofHours(1)), null));
    Consolidated again = rewind.consolidate();
    rewind.commit(again);
    assertEquals(one("late", "r2"), cars.ids(again));
    assertEquals(one(), cars.watch("after"));
  }

  @Test
  void a_range_takes_what_was_served_then_whoever_took_it() {
    CapturedCars cars = new CapturedCars();
    String early = cars.request("early", 10, 100);
    cars.pass(Duration.ofMinutes(10));
    String within = cars.request("within", 10, 100);
    cars.pass(Duration.ofMinutes(10));
    String end = cars.request("end", 10, 100);
    cars.capture("a", early, within, end);
    cars.put("capture", "cars/AllTraffic/2026/03/04/08/x.jsonl", within.replace("within", "far"));
    cars.watch("first");
    Consolidated range =
        cars.run(
                "range",
                new WindowOrder(
                    WindowMode.RANGE,
                    CapturedCars.START.plus(Duration.ofMinutes(10)),
                    CapturedCars.START.plus(Duration.ofMinutes(20))))
            .consolidate();
    assertEquals(one("within"), cars.ids(range));
    assertEquals(1, range.requests());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatever_call_is_the_last_each_request_is_counted_once(boolean after) {
    int call = 1;
    while (dieAt(call, after)) {
      call++;
    }
    assertTrue(call > 20, "calls: " + call);
  }

  /** Answers whether there is such a call. */
  private static boolean dieAt(int call, boolean after) {
    DeadlyStore[] deadly = new DeadlyStore[1];
    CapturedCars cars = new CapturedCars(store -> deadly[0] = new DeadlyStore(store, after));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      cars.capture("o" + i, cars.request("r" + i, 10, 100));
      expected.add("r" + i);
    }
    cars.truth("l.jsonl", CapturedCars.label("r1", "90"));
    Run run = cars.run("first");
    deadly[0].dieAt(call);
    Consolidated first;
    boolean reached;
    try {
      first = whole(run);
      reached = !deadly[0].isAlive();
    } catch (DeadlyStore.Death death) {
      reached = true;
      cars.pass(Duration.ofMinutes(1));
      cars.capture("late", cars.request("late", 10, 100));
      expected.addFirst("late");
      first = whole(run);
    }
    deadly[0].dieAt(Integer.MAX_VALUE);
    List<String> counted = new ArrayList<>(cars.ids(first));
    counted.addAll(cars.watch("second"));
    assertEquals(expected, counted.stream().sorted().toList(), "after death at call " + call);
    return reached;
  }

  private static Consolidated whole(Run run) {
    Consolidated consolidated = run.consolidate();
    run.findings(consolidated);
    run.commit(consolidated);
    return consolidated;
  }
}
