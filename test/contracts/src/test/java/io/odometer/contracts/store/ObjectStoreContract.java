// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.PutCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store keeps, whoever made it; each adapter runs all of it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
abstract class ObjectStoreContract extends ObjectJoinContract {
  private static final int THREADS = 8;

  @Test
  void a_bucket_can_be_ensured_again() {
    store.put(key("kept"), bytes("kept"), ALWAYS);
    store.ensureBucket(BUCKET);
    assertArrayEquals(bytes("kept"), store.read(key("kept")));
  }

  @Test
  void what_was_put_is_read_with_its_description() throws IOException {
    Instant before = Instant.now();
    ObjectInfo put = store.put(key("a.csv"), bytes("hello"), ALWAYS);
    ObjectInfo found = store.find(key("a.csv")).orElseThrow();
    assertEquals(key("a.csv"), found.key());
    assertEquals(5, found.size());
    assertEquals(5, put.size());
    assertEquals(put.etag(), found.etag());
    assertTrue(Duration.between(before, found.modifiedAt()).abs().toSeconds() < 60);
    assertTrue(Duration.between(before, put.modifiedAt()).abs().toSeconds() < 60);
    try (ObjectContent content = store.open(key("a.csv"))) {
      assertEquals(found, content.info());
      assertArrayEquals(bytes("hello"), content.stream().readAllBytes());
    }
  }

  @Test
  void etags_bear_no_quotes_and_tell_contents_apart() {
    ObjectInfo first = store.put(key("a"), bytes("one"), ALWAYS);
    ObjectInfo second = store.put(key("a"), bytes("two"), ALWAYS);
    assertNotEquals(first.etag(), second.etag());
    assertTrue(first.etag().chars().noneMatch(character -> character == '"'), first::etag);
    assertEquals(second.etag(), onlyOne(folder + "/a").etag());
  }

  private ObjectInfo onlyOne(String prefix) {
    List<ObjectInfo> listed = list(prefix);
    assertEquals(1, listed.size());
    return listed.getFirst();
  }

  @Test
  void an_overwritten_object_shows_its_last_content() {
    store.put(key("a"), bytes("one"), ALWAYS);
    store.put(key("a"), bytes("the second"), ALWAYS);
    assertArrayEquals(bytes("the second"), store.read(key("a")));
    assertEquals(10, onlyOne(folder + "/a").size());
  }

  @Test
  void an_empty_object_is_an_object() {
    ObjectInfo put = store.put(key("empty"), new byte[0], IF_ABSENT);
    assertEquals(0, put.size());
    assertEquals(0, store.find(key("empty")).orElseThrow().size());
    assertArrayEquals(new byte[0], store.read(key("empty")));
    assertFails(Errors.STORE_PRECONDITION, () -> store.put(key("empty"), bytes("x"), IF_ABSENT));
  }

  @Test
  void an_empty_file_is_an_object(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("empty"));
    assertEquals(0, store.putFile(key("empty"), file, IF_ABSENT).size());
    assertArrayEquals(new byte[0], store.read(key("empty")));
  }

  @Test
  void what_is_absent_is_not_found() {
    assertTrue(store.find(key("absent")).isEmpty());
    assertFails(Errors.STORE_NOT_FOUND, () -> store.open(key("absent")));
    assertFails(Errors.STORE_NOT_FOUND, () -> store.read(key("absent")));
    assertFails(Errors.STORE_NOT_FOUND, () -> store.openVersion(key("absent"), "abc"));
    assertFails(Errors.STORE_NOT_FOUND, () -> store.openRange(key("absent"), "abc", 0, 1));
    assertEquals(List.of(), list(folder + "/absent"));
  }

  @Test
  void an_absent_bucket_is_not_found() {
    ObjectKey nowhere = new ObjectKey("no-such-bucket", "a");
    assertTrue(store.find(nowhere).isEmpty());
    assertFails(Errors.STORE_NOT_FOUND, () -> store.open(nowhere));
    assertFails(Errors.STORE_NOT_FOUND, () -> store.put(nowhere, bytes("x"), ALWAYS));
    assertFails(Errors.STORE_NOT_FOUND, () -> store.list("no-such-bucket", "").toList());
  }

  @Test
  void a_deleted_object_is_gone_and_can_be_deleted_again() {
    store.put(key("a"), bytes("one"), ALWAYS);
    store.delete(key("a"));
    store.delete(key("a"));
    assertTrue(store.find(key("a")).isEmpty());
    assertEquals(3, store.put(key("a"), bytes("new"), IF_ABSENT).size());
  }

  @Test
  void if_absent_keeps_what_is_there() {
    store.put(key("a"), bytes("first"), IF_ABSENT);
    assertFails(Errors.STORE_PRECONDITION, () -> store.put(key("a"), bytes("second"), IF_ABSENT));
    assertArrayEquals(bytes("first"), store.read(key("a")));
  }

  @Test
  void if_match_replaces_only_the_version_it_names() {
    String first = store.put(key("a"), bytes("first"), ALWAYS).etag();
    String second = store.put(key("a"), bytes("second"), new PutCondition.IfMatch(first)).etag();
    assertFails(
        Errors.STORE_PRECONDITION,
        () -> store.put(key("a"), bytes("late"), new PutCondition.IfMatch(first)));
    assertArrayEquals(bytes("second"), store.read(key("a")));
    assertEquals(second, store.find(key("a")).orElseThrow().etag());
  }

  @Test
  void if_match_on_an_absent_key_does_not_hold() {
    assertFails(
        Errors.STORE_PRECONDITION,
        () -> store.put(key("a"), bytes("x"), new PutCondition.IfMatch("abc")));
    assertTrue(store.find(key("a")).isEmpty());
  }

  @Test
  void of_eight_writers_at_once_one_makes_the_object() throws Exception {
    for (int round = 0; round < 5; round++) {
      ObjectKey contested = key("contested-" + round);
      List<Boolean> won =
          together(writer -> () -> wrote(contested, bytes("writer " + writer), IF_ABSENT));
      assertEquals(1, won.stream().filter(win -> win).count());
      int winner = won.indexOf(true);
      assertArrayEquals(bytes("writer " + winner), store.read(contested));
    }
  }

  @Test
  void compare_and_swap_loses_no_update() throws Exception {
    ObjectKey counter = key("counter");
    store.put(counter, bytes("0"), IF_ABSENT);
    int each = 10;
    together(
        writer ->
            () -> {
              for (int done = 0; done < each; ) {
                done += increment(counter) ? 1 : 0;
              }
              return true;
            });
    assertArrayEquals(bytes("" + THREADS * each), store.read(counter));
  }

  private boolean increment(ObjectKey counter) throws IOException {
    try (ObjectContent content = store.open(counter)) {
      int value = Integer.parseInt(new String(content.stream().readAllBytes(), UTF_8));
      PutCondition unchanged = new PutCondition.IfMatch(content.info().etag());
      return wrote(counter, bytes("" + (value + 1)), unchanged);
    }
  }

  private boolean wrote(ObjectKey key, byte[] content, PutCondition condition) {
    try {
      store.put(key, content, condition);
      return true;
    } catch (OdometerException lost) {
      assertEquals(Errors.STORE_PRECONDITION, lost.error(), lost::reason);
      return false;
    }
  }

  private interface Writer {
    Callable<Boolean> number(int number);
  }

  private static List<Boolean> together(Writer writer) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Boolean> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Boolean>> running =
          IntStream.range(0, THREADS)
              .mapToObj(
                  number ->
                      threads.submit(
                          () -> {
                            start.await(10, TimeUnit.SECONDS);
                            return writer.number(number).call();
                          }))
              .toList();
      for (Future<Boolean> one : running) {
        results.add(one.get(60, TimeUnit.SECONDS));
      }
    }
    return results;
  }

  @Test
  void a_version_is_read_only_while_it_is_the_current_one() throws IOException {
    String first = store.put(key("a"), bytes("first"), ALWAYS).etag();
    try (ObjectContent content = store.openVersion(key("a"), first)) {
      assertArrayEquals(bytes("first"), content.stream().readAllBytes());
    }
    store.put(key("a"), bytes("second"), ALWAYS);
    assertFails(Errors.STORE_PRECONDITION, () -> store.openVersion(key("a"), first));
    assertFails(Errors.STORE_PRECONDITION, () -> store.openRange(key("a"), first, 0, 2));
  }

  @Test
  void a_reader_is_not_disturbed_by_a_later_write() throws IOException {
    byte[] large = noise(4 << 20);
    store.put(key("a"), large, ALWAYS);
    try (ObjectContent content = store.open(key("a"))) {
      byte[] head = content.stream().readNBytes(1000);
      store.put(key("a"), bytes("short"), ALWAYS);
      byte[] rest = content.stream().readAllBytes();
      assertEquals(large.length, head.length + rest.length);
      assertArrayEquals(Arrays.copyOfRange(large, 1000, large.length), rest);
    }
  }

  @Test
  void a_range_is_cut_out_and_ends_with_the_object() throws IOException {
    ObjectInfo put = store.put(key("a"), bytes("0123456789"), ALWAYS);
    assertArrayEquals(bytes("234"), range(put, 2, 3));
    assertArrayEquals(bytes("89"), range(put, 8, 100));
    assertArrayEquals(bytes("0123456789"), range(put, 0, 10));
    assertArrayEquals(bytes(""), range(put, 10, 5));
    assertArrayEquals(bytes(""), range(put, 3, 0));
  }

  @Test
  void more_than_a_page_is_listed_in_path_order() throws Exception {
    int count = 1050;
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<ObjectInfo>> puts =
          IntStream.range(0, count)
              .map(number -> (number * 37) % count)
              .mapToObj(number -> threads.submit(() -> store.put(many(number), bytes(""), ALWAYS)))
              .toList();
      for (Future<ObjectInfo> put : puts) {
        put.get(60, TimeUnit.SECONDS);
      }
    }
    List<ObjectKey> expected = IntStream.range(0, count).mapToObj(this::many).toList();
    assertEquals(expected, list(folder + "/many/").stream().map(ObjectInfo::key).toList());
    try (Stream<ObjectInfo> listing = store.list(BUCKET, folder + "/many/")) {
      assertEquals(expected.getFirst(), listing.findFirst().orElseThrow().key());
    }
  }

  private ObjectKey many(int number) {
    return key("many/%05d".formatted(number));
  }

  @Test
  void folders_are_listed_in_the_order_of_whole_paths() {
    List<String> names = List.of("a-b/1", "a/2", "a/b/3", "a0", "b", "Z", "ä");
    names.forEach(name -> store.put(key(name), bytes(name), ALWAYS));
    assertEquals(List.of("Z", "a-b/1", "a/2", "a/b/3", "a0", "b", "ä"), names());
  }

  @Test
  void a_prefix_need_not_end_at_a_folder() {
    store.put(key("cars-1.csv"), bytes("1"), ALWAYS);
    store.put(key("cars-2.csv"), bytes("2"), ALWAYS);
    store.put(key("boats.csv"), bytes("3"), ALWAYS);
    assertEquals(2, list(folder + "/cars").size());
    assertEquals(3, list(folder + "/").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space.csv",
        "a+b.csv",
        "per%cent%20.csv",
        "naïve-日本語.csv",
        "q?uery&x=1#hash.csv",
        "it's (1) [2] {3} ~!@$;:,=.csv"
      })
  void odd_names_come_back_as_they_were(String name) {
    store.put(key(name), bytes(name), IF_ABSENT);
    assertArrayEquals(bytes(name), store.read(key(name)));
    assertEquals(key(name), store.find(key(name)).orElseThrow().key());
    assertEquals(List.of(key(name)), list(folder + "/").stream().map(ObjectInfo::key).toList());
    store.delete(key(name));
    assertTrue(store.find(key(name)).isEmpty());
  }

  @Test
  void a_small_file_is_put_as_it_is(@TempDir Path folder) throws IOException {
    byte[] content = noise(100_000);
    Path file = Files.write(folder.resolve("small"), content);
    ObjectInfo put = store.putFile(key("small"), file, IF_ABSENT);
    assertEquals(content.length, put.size());
    assertArrayEquals(content, store.read(key("small")));
    assertFails(Errors.STORE_PRECONDITION, () -> store.putFile(key("small"), file, IF_ABSENT));
  }

  @Test
  void a_large_file_is_put_in_parts_under_the_same_conditions(@TempDir Path folder)
      throws IOException {
    byte[] content = noise(20 << 20);
    Path file = Files.write(folder.resolve("large"), content);
    ObjectInfo put = store.putFile(key("large"), file, IF_ABSENT);
    assertEquals(content.length, put.size());
    assertEquals(put.etag(), store.find(key("large")).orElseThrow().etag());
    assertArrayEquals(content, store.read(key("large")));
    assertFails(Errors.STORE_PRECONDITION, () -> store.putFile(key("large"), file, IF_ABSENT));
    ObjectInfo again = store.putFile(key("large"), file, new PutCondition.IfMatch(put.etag()));
    assertEquals(content.length, again.size());
  }

  @Test
  void a_large_file_that_may_not_be_put_leaves_nothing(@TempDir Path folder) throws IOException {
    store.put(key("taken"), bytes("mine"), ALWAYS);
    Path file = Files.write(folder.resolve("large"), noise(12 << 20));
    assertFails(Errors.STORE_PRECONDITION, () -> store.putFile(key("taken"), file, IF_ABSENT));
    assertFails(
        Errors.STORE_PRECONDITION,
        () -> store.putFile(key("taken"), file, new PutCondition.IfMatch("other")));
    assertArrayEquals(bytes("mine"), store.read(key("taken")));
    assertEquals(List.of(key("taken")), list(this.folder).stream().map(ObjectInfo::key).toList());
  }

  @Test
  void an_object_appears_whole_or_not_at_all() throws Exception {
    byte[] zeros = new byte[1 << 20];
    byte[] ones = new byte[3 << 20];
    Arrays.fill(ones, (byte) 1);
    store.put(key("swapped"), zeros, ALWAYS);
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<?> writer =
          threads.submit(
              () -> {
                for (int round = 0; round < 20; round++) {
                  store.put(key("swapped"), round % 2 == 0 ? ones : zeros, ALWAYS);
                }
              });
      while (!writer.isDone()) {
        byte[] seen = store.read(key("swapped"));
        assertArrayEquals(seen.length == ones.length ? ones : zeros, seen);
      }
      writer.get(1, TimeUnit.SECONDS);
    }
  }
}
