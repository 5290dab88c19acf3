// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.odometer.core.error.OdometerException;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.lifecycle.Service;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class StartingTest {
  @Test
  void readiness_waits_for_the_last_service() {
    var late = new Fake(3);
    new Readiness(List.of(new Fake(0), late)).await(Duration.ofSeconds(10));
    assertEquals(4, late.looks.get());
  }

  @Test
  void who_is_not_ready_is_named_with_the_reason() {
    var never = new Readiness(List.of(new Fake(0), new Fake(Integer.MAX_VALUE)));
    var failure = assertThrows(OdometerException.class, () -> never.await(Duration.ofMillis(60)));
    assertEquals("not ready after 0 s: fake: not yet", failure.reason());
  }

  @Test
  void things_run_at_once() {
    var both = new CountDownLatch(2);
    Runnable meet =
        () -> {
          both.countDown();
          await(both);
        };
    Together.run(List.of(meet, meet));
    assertEquals(0, both.getCount());
  }

  @Test
  void the_failure_of_one_thing_is_thrown() {
    var failure = new IllegalStateException("broken");
    Runnable broken =
        () -> {
          throw failure;
        };
    assertSame(
        failure,
        assertThrows(IllegalStateException.class, () -> Together.run(List.of(broken, () -> {}))));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ready after so many looks. */
  private static final class Fake implements Service {
    private final AtomicInteger looks = new AtomicInteger();
    private final int readyAfter;

    Fake(int readyAfter) {
      this.readyAfter = readyAfter;
    }

    @Override
    public String name() {
      return "fake";
    }

    @Override
    public void start() {}

    @Override
    public Health check() {
      return looks.getAndIncrement() < readyAfter ? Health.notReady("not yet") : Health.ready();
    }

    @Override
    public void close() {}
  }
}
