// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectWriter;
import io.odometer.core.store.PutCondition;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written piece by piece. */
abstract class ObjectWriterContract extends ObjectStoreFixture {
  private static final int PART = 8 << 20;
  private static final int LARGE = (20 << 20) + 3;

  @Test
  void a_streamed_object_appears_when_it_is_finished() {
    try (ObjectWriter writer = store.writer(key("a"), IF_ABSENT)) {
      writer.write('h');
      writer.write(bytes("hello"), 1, 3);
      writer.write(bytes("o"), 0, 1);
      assertTrue(store.find(key("a")).isEmpty());
      ObjectInfo written = writer.finish();
      assertEquals(5, written.size());
      assertEquals(store.find(key("a")).orElseThrow().etag(), written.etag());
    }
    assertArrayEquals(bytes("hello"), store.read(key("a")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, PART - 1, PART, PART + 1, 2 * PART, LARGE})
  void a_streamed_object_has_every_byte_in_its_place(int size) {
    byte[] content = noise(size);
    try (ObjectWriter writer = store.writer(key("a"), IF_ABSENT)) {
      writeInOddPieces(writer, content);
      assertEquals(size, writer.finish().size());
    }
    assertArrayEquals(content, store.read(key("a")));
  }

  private static void writeInOddPieces(ObjectWriter writer, byte[] content) {
    Random random = new Random(content.length);
    for (int offset = 0; offset < content.length; ) {
      int length = Math.min(content.length - offset, random.nextInt(1 << 20));
      byte[] piece = Arrays.copyOfRange(content, offset, offset + length);
      writer.write(piece, 0, length);
      Arrays.fill(piece, (byte) 0); // The caller may use its array again.
      offset += length;
    }
  }

  @Test
  void a_streamed_object_is_read_by_range_with_what_its_writer_told() throws IOException {
    byte[] content = noise(LARGE);
    ObjectInfo written = streamed("a", content, ALWAYS);
    assertArrayEquals(
        Arrays.copyOfRange(content, PART - 10, PART + 10), range(written, PART - 10, 20));
    assertArrayEquals(
        Arrays.copyOfRange(content, LARGE - 5, LARGE), range(written, LARGE - 5, 100));
    assertEquals(written.etag(), store.find(key("a")).orElseThrow().etag());
  }

  private ObjectInfo streamed(String name, byte[] content, PutCondition condition) {
    try (ObjectWriter writer = store.writer(key(name), condition)) {
      writer.write(content, 0, content.length);
      return writer.finish();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, LARGE})
  void an_unfinished_object_leaves_nothing(int size) {
    try (ObjectWriter writer = store.writer(key("a"), ALWAYS)) {
      writer.write(noise(size), 0, size);
    }
    assertEquals(List.of(), names());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, LARGE})
  void the_condition_of_a_streamed_object_is_judged_when_it_is_finished(int size) {
    try (ObjectWriter writer = store.writer(key("a"), IF_ABSENT)) {
      writer.write(noise(size), 0, size);
      store.put(key("a"), bytes("quicker"), IF_ABSENT);
      assertFails(Errors.STORE_PRECONDITION, writer::finish);
    }
    assertArrayEquals(bytes("quicker"), store.read(key("a")));
    assertEquals(List.of("a"), names());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, LARGE})
  void a_streamed_object_replaces_only_the_version_it_names(int size) {
    String first = store.put(key("a"), bytes("first"), ALWAYS).etag();
    ObjectInfo second = streamed("a", noise(size), new PutCondition.IfMatch(first));
    assertFails(
        Errors.STORE_PRECONDITION,
        () -> streamed("a", noise(size + 1), new PutCondition.IfMatch(first)));
    assertFails(
        Errors.STORE_PRECONDITION,
        () -> streamed("absent", noise(size), new PutCondition.IfMatch(first)));
    assertEquals(second.etag(), store.find(key("a")).orElseThrow().etag());
    assertEquals(List.of("a"), names());
  }

  @Test
  void a_finished_or_abandoned_object_takes_nothing_more() {
    ObjectWriter finished = store.writer(key("a"), ALWAYS);
    finished.finish();
    assertThrows(IllegalStateException.class, finished::finish);
    assertThrows(IllegalStateException.class, () -> finished.write(1));
    finished.close();
    finished.close();
    ObjectWriter abandoned = store.writer(key("b"), ALWAYS);
    abandoned.close();
    assertThrows(IllegalStateException.class, abandoned::finish);
    assertEquals(List.of("a"), names());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, LARGE})
  void an_object_cannot_be_streamed_into_an_absent_bucket(int size) {
    ObjectKey nowhere = new ObjectKey("no-such-bucket", "a");
    try (ObjectWriter writer = store.writer(nowhere, ALWAYS)) {
      assertFails(
          Errors.STORE_NOT_FOUND,
          () -> {
            writer.write(noise(size), 0, size);
            writer.finish();
          });
    }
  }
}
