// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.ObjectWriter;
import io.odometer.core.store.PutCondition;
import io.odometer.orchestrator.project.ObjectEvent;
import io.odometer.orchestrator.project.ObjectRemoved;
import io.odometer.orchestrator.project.ObjectSeen;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.store.InMemoryObjectStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final ObjectKey UK = new ObjectKey(Buckets.TRAINING, "uk/a.csv");

  private final BreakableStore store = new BreakableStore();
  private final FakeObjectReports reports = new FakeObjectReports();
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private final Reconciler reconciler = reconciler();

  @Test
  void the_first_round_makes_the_buckets_and_reports_everything() {
    store.ensureBucket(Buckets.TRAINING);
    ObjectInfo info = put(UK, "a");
    reconciler.round();

    assertEquals(List.of(new ObjectSeen(UK, info.etag(), 1, now)), reports.take());
    assertEquals(0, store.list(Buckets.MODELS, "").count());
    assertEquals(Health.ready(), reconciler.check());
  }

  @Test
  void only_what_is_new_or_changed_is_reported_then() {
    reconciler.round();
    put(UK, "a");
    reconciler.round();
    reports.take();
    reconciler.round();
    assertEquals(List.of(), reports.take());

    String etag = put(UK, "b").etag();
    reconciler.round();
    assertEquals(List.of(new ObjectSeen(UK, etag, 1, now)), reports.take());
  }

  @Test
  void a_removal_is_reported_once() {
    reconciler.round();
    put(UK, "a");
    reconciler.round();
    reports.take();
    store.delete(UK);

    reconciler.round();
    assertEquals(List.of(new ObjectRemoved(UK, now)), reports.take());
    reconciler.round();
    assertEquals(List.of(), reports.take());
  }

  @Test
  void what_was_removed_while_nobody_looked_is_reported_after_a_restart() {
    reconciler.round();
    put(UK, "a");
    reconciler.round();
    reports.take();
    store.delete(UK);

    reconciler().round();

    assertEquals(List.of(new ObjectRemoved(UK, now)), reports.take());
  }

  @Test
  void what_could_not_be_reported_is_reported_next_time() {
    reconciler.round();
    String etag = put(UK, "a").etag();
    reports.setBroken(true);
    reconciler.round();
    assertNotReady("the broker does not answer");

    reports.setBroken(false);
    reconciler.round();
    assertEquals(List.of(new ObjectSeen(UK, etag, 1, now)), reports.take());
    assertEquals(Health.ready(), reconciler.check());
  }

  @Test
  void other_buckets_are_not_watched() {
    reconciler.round();
    put(new ObjectKey(Buckets.SCORING, "uk/in/a.csv"), "a");
    reconciler.round();

    assertEquals(List.of(), reports.take());
  }

  @Test
  void what_scoring_wrote_is_not_reported() {
    Reconciler watcher = reconciler(Buckets.SCORING);
    watcher.round();
    ObjectKey input = new ObjectKey(Buckets.SCORING, "uk/in/a.csv");
    put(input, "a");
    put(new ObjectKey(Buckets.SCORING, "uk/in/a.csv.job.json"), "{}");
    put(new ObjectKey(Buckets.SCORING, "uk/in/.job.json"), "{}");
    put(new ObjectKey(Buckets.SCORING, "uk/out/a.csv.out"), "a");
    put(new ObjectKey(Buckets.SCORING, "uk/data/b.csv"), "b");
    watcher.round();

    assertEquals(
        List.of("uk/in/.job.json", "uk/in/a.csv", "uk/in/a.csv.job.json"),
        reports.take().stream().map(event -> event.key().path()).toList());
  }

  @Test
  void everything_is_reported_again_now_and_then() {
    reconciler.round();
    put(UK, "a");
    reconciler.round();
    List<ObjectEvent> first = reports.take();
    now = now.plus(Duration.ofMinutes(10));
    reconciler.round();

    assertEquals(
        first.stream().map(ObjectEvent::key).toList(),
        reports.take().stream().map(ObjectEvent::key).toList());
  }

  @Test
  void a_store_that_is_down_is_asked_less_and_less_often_and_health_says_so() {
    assertEquals(INTERVAL, reconciler.round());
    store.broken = true;

    List<Duration> waits = Stream.generate(reconciler::round).limit(8).toList();

    assertTrue(waits.getFirst().compareTo(INTERVAL) >= 0, waits.toString());
    assertTrue(waits.get(1).compareTo(INTERVAL.multipliedBy(2)) >= 0, waits.toString());
    assertTrue(waits.getLast().compareTo(Duration.ofSeconds(15)) >= 0, waits.toString());
    waits.forEach(wait -> assertTrue(wait.compareTo(Duration.ofSeconds(30)) <= 0));
    assertNotReady("the store does not answer");

    store.broken = false;
    assertEquals(INTERVAL, reconciler.round());
    assertEquals(Health.ready(), reconciler.check());
  }

  @Test
  void nothing_is_taken_for_removed_when_the_store_is_down() {
    reconciler.round();
    put(UK, "a");
    reconciler.round();
    reports.take();
    store.broken = true;
    reconciler.round();

    assertEquals(List.of(), reports.take());
  }

  @Test
  void two_at_once_say_the_same() {
    Reconciler other = reconciler();
    reconciler.round();
    other.round();
    put(UK, "a");
    reconciler.round();
    List<ObjectEvent> first = reports.take();
    other.round();

    assertEquals(first, reports.take());
  }

  private Reconciler reconciler() {
    return reconciler(Buckets.TRAINING);
  }

  private Reconciler reconciler(String bucket) {
    return new Reconciler(
        store,
        new ReconcilerSettings(INTERVAL, List.of(bucket)),
        reports,
        () -> now,
        new Random(7));
  }

  private ObjectInfo put(ObjectKey key, String content) {
    return store.put(key, content.getBytes(StandardCharsets.UTF_8), new PutCondition.Always());
  }

  private void assertNotReady(String reason) {
    Health.NotReady health = assertInstanceOf(Health.NotReady.class, reconciler.check());
    assertTrue(health.reason().contains(reason), health.reason());
  }

  /** A store that can be cut off. */
  private static final class BreakableStore implements ObjectStore {
    private final ObjectStore store = new InMemoryObjectStore();
    private boolean broken;

    private ObjectStore store() {
      if (broken) {
        throw new OdometerException(Errors.STORE_UNAVAILABLE, "the store does not answer");
      }
      return store;
    }

    @Override
    public void ensureBucket(String bucket) {
      store().ensureBucket(bucket);
    }

    @Override
    public Optional<ObjectInfo> find(ObjectKey key) {
      return store().find(key);
    }

    @Override
    public ObjectContent open(ObjectKey key) {
      return store().open(key);
    }

    @Override
    public ObjectContent openVersion(ObjectKey key, String etag) {
      return store().openVersion(key, etag);
    }

    @Override
    public ObjectContent openRange(ObjectKey key, String etag, long offset, long length) {
      return store().openRange(key, etag, offset, length);
    }

    @Override
    public ObjectInfo put(ObjectKey key, byte[] content, PutCondition condition) {
      return store().put(key, content, condition);
    }

    @Override
    public ObjectInfo putFile(ObjectKey key, Path file, PutCondition condition) {
      return store().putFile(key, file, condition);
    }

    @Override
    public ObjectWriter writer(ObjectKey key, PutCondition condition) {
      return store().writer(key, condition);
    }

    @Override
    public ObjectInfo join(List<ObjectInfo> parts, ObjectKey key, PutCondition condition) {
      return store().join(parts, key, condition);
    }

    @Override
    public Stream<ObjectInfo> list(String bucket, String prefix) {
      return store().list(bucket, prefix);
    }

    @Override
    public void delete(ObjectKey key) {
      store().delete(key);
    }

    @Override
    public byte[] read(ObjectKey key) {
      return store().read(key);
    }
  }
}
