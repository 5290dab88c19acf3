// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.error.Errors;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.PutCondition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects made of others. */
abstract class ObjectJoinContract extends ObjectWriterContract {
  private static final int BIG = (6 << 20) + 1;

  /** Sizes of the parts. A store copies what is large, and cannot where a small one precedes. */
  static List<List<Integer>> mixtures() {
    return List.of(
        List.of(0),
        List.of(0, 0),
        List.of(10),
        List.of(10, 0, 20),
        Collections.nCopies(50, 1000),
        Collections.nCopies(20, 700_000),
        List.of(BIG),
        List.of(BIG, BIG),
        List.of(0, BIG, 0, BIG, 0),
        List.of(100, BIG, 200),
        List.of(100, 5 << 20, BIG),
        List.of(BIG, 100, 2 * BIG, 3 << 20, 3 << 20, BIG, 7));
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void a_joined_object_has_the_bytes_of_its_parts_in_order(List<Integer> sizes) {
    List<ObjectInfo> parts = parts(sizes);
    ObjectInfo joined = store.join(parts, key("joined"), IF_ABSENT);
    byte[] expected = expected(sizes);
    assertEquals(expected.length, joined.size());
    assertArrayEquals(expected, store.read(key("joined")));
    assertEquals(joined.etag(), store.find(key("joined")).orElseThrow().etag());
  }

  private List<ObjectInfo> parts(List<Integer> sizes) {
    List<ObjectInfo> parts = new ArrayList<>();
    for (int number = 0; number < sizes.size(); number++) {
      parts.add(store.put(key("parts/" + number), noise(sizes.get(number)), ALWAYS));
    }
    return parts;
  }

  private static byte[] expected(List<Integer> sizes) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    sizes.forEach(size -> whole.writeBytes(noise(size)));
    return whole.toByteArray();
  }

  @Test
  void a_joined_object_is_read_by_range_and_joined_again() throws IOException {
    List<Integer> sizes = List.of(BIG, 100, BIG);
    ObjectInfo once = store.join(parts(sizes), key("once"), ALWAYS);
    byte[] whole = expected(sizes);
    assertArrayEquals(Arrays.copyOfRange(whole, BIG - 50, BIG + 150), range(once, BIG - 50, 200));
    ObjectInfo twice = store.join(List.of(once, once), key("twice"), ALWAYS);
    assertArrayEquals(whole, range(twice, whole.length, whole.length));
  }

  @Test
  void parts_with_odd_names_are_joined() {
    String name = "it's naïve+日本語 100%20 (1) & ?x=1#y.csv";
    ObjectInfo part = store.put(key(name), noise(BIG), ALWAYS);
    store.join(List.of(part, part), key("joined " + name), ALWAYS);
    assertEquals(2L * BIG, store.find(key("joined " + name)).orElseThrow().size());
  }

  /** Which of the three parts is not what it was: the stores look at each in their own way. */
  static List<List<Integer>> changed() {
    return IntStream.range(0, 3)
        .boxed()
        .flatMap(
            place -> {
              List<Integer> large = new ArrayList<>(List.of(BIG, BIG, BIG));
              large.set(place, 100);
              return List.of(List.of(10, 0, 20), large).stream();
            })
        .toList();
  }

  @ParameterizedTest
  @MethodSource("changed")
  void parts_that_have_changed_are_not_joined(List<Integer> sizes) {
    List<ObjectInfo> parts = parts(sizes);
    for (ObjectInfo part : parts) {
      byte[] content = store.read(part.key());
      store.put(part.key(), noise(BIG + 1), ALWAYS);
      assertFails(Errors.STORE_PRECONDITION, () -> store.join(parts, key("joined"), IF_ABSENT));
      store.delete(part.key());
      assertFails(Errors.STORE_NOT_FOUND, () -> store.join(parts, key("joined"), IF_ABSENT));
      store.put(part.key(), content, ALWAYS);
    }
    assertEquals(List.of("parts/0", "parts/1", "parts/2"), names());
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void a_joined_object_appears_only_under_its_condition(List<Integer> sizes) {
    List<ObjectInfo> parts = parts(sizes);
    String first = store.put(key("a"), bytes("first"), ALWAYS).etag();
    assertFails(Errors.STORE_PRECONDITION, () -> store.join(parts, key("a"), IF_ABSENT));
    PutCondition stale = new PutCondition.IfMatch("stale");
    assertFails(Errors.STORE_PRECONDITION, () -> store.join(parts, key("a"), stale));
    assertArrayEquals(bytes("first"), store.read(key("a")));
    ObjectInfo joined = store.join(parts, key("a"), new PutCondition.IfMatch(first));
    assertEquals(joined.etag(), store.find(key("a")).orElseThrow().etag());
  }
}
