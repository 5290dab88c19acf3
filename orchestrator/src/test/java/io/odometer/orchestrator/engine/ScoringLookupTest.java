// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.project.ProjectName;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.PutCondition;
import io.odometer.orchestrator.project.ObjectRemoved;
import io.odometer.orchestrator.project.ObjectSeen;
import io.odometer.platform.store.InMemoryObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoringLookupTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final ObjectKey KEY = ScoringObjects.input(new ProjectName("uk"), "a.csv");

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final ScoringLookup lookup = new ScoringLookup(store, Clock.fixed(NOON, ZoneOffset.UTC));

  @BeforeEach
  void makeBucket() {
    store.ensureBucket(Buckets.SCORING);
  }

  @Test
  void an_order_says_what_the_store_holds() {
    String etag = put(KEY, "abc");
    String job = put(ScoringObjects.job(KEY), "{}");
    var order = lookup.order("id", KEY, true, Optional.empty());
    assertEquals(new ObjectSeen(KEY, etag, 3, NOON), order.input());
    assertEquals(new ObjectSeen(ScoringObjects.job(KEY), job, 2, NOON), order.job());
    assertTrue(order.again());
  }

  @Test
  void settings_that_are_not_there_are_told_as_gone() {
    put(KEY, "abc");
    assertEquals(
        new ObjectRemoved(ScoringObjects.job(KEY), NOON),
        lookup.order("id", KEY, false, Optional.empty()).job());
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    OdometerException failure =
        assertThrows(
            OdometerException.class, () -> lookup.order("id", KEY, false, Optional.empty()));
    assertEquals(Errors.STORE_NOT_FOUND, failure.error());
    assertEquals("there is no object scoring/uk/in/a.csv", failure.reason());
  }

  private String put(ObjectKey key, String content) {
    return store
        .put(key, content.getBytes(StandardCharsets.UTF_8), new PutCondition.Always())
        .etag();
  }
}
