// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectWriter;
import io.odometer.core.store.PutCondition;
import io.odometer.platform.lifecycle.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a writer asks of a store, and what it does when the store misbehaves. */
@Timeout(60)
class S3WriterTest {
  private static final ObjectKey KEY = new ObjectKey("bucket", "a/b");
  private static final int PART = 8 << 20;
  private static final S3Calls CALLS =
      new S3Calls(3, new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), new Random(1)));

  private final PartStore server = new PartStore();
  private final S3ObjectStore store =
      new S3ObjectStore(new StoreSettings(server.endpoint(), "key", "secret", "us-east-1"), CALLS);

  S3WriterTest() throws IOException {}

  @AfterEach
  void close() {
    store.close();
    server.close();
  }

  private ObjectWriter written(PutCondition condition, int size) {
    ObjectWriter writer = store.writer(KEY, condition);
    writer.write(new byte[size], 0, size);
    return writer;
  }

  @Test
  void what_fits_in_one_part_is_put_in_one_piece() {
    try (ObjectWriter writer = written(new PutCondition.Always(), PART)) {
      writer.finish();
    }
    assertEquals(List.of("put"), server.done);
  }

  @Test
  void a_part_that_was_turned_away_is_sent_again() {
    server.busy.set(2);
    try (ObjectWriter writer = written(new PutCondition.Always(), PART + 1)) {
      writer.finish();
    }
    assertEquals(
        List.of("begin", "complete", "part 1", "part 1", "part 2", "part 2"),
        server.done.stream().sorted().toList());
    assertEquals("complete", server.done.getLast());
  }

  @Test
  void a_completion_whose_answer_was_lost_is_known_by_its_mark() {
    server.losesCompletion = true;
    try (ObjectWriter writer = written(new PutCondition.IfAbsent(), PART + 1)) {
      assertEquals("etag-1", writer.finish().etag());
    }
    assertEquals("look", server.done.getLast());
  }

  @Test
  void an_unfinished_upload_is_aborted_when_its_parts_have_arrived() {
    written(new PutCondition.Always(), 3 * PART).close();
    assertEquals(
        List.of("abort", "begin", "part 1", "part 2"), server.done.stream().sorted().toList());
    assertEquals("abort", server.done.getLast());
  }

  @Test
  void a_store_that_stays_busy_fails_the_writer_and_is_left_clean() {
    server.busy.set(100);
    try (ObjectWriter writer = written(new PutCondition.Always(), PART + 1)) {
      OdometerException failure = assertThrows(OdometerException.class, writer::finish);
      assertEquals(Errors.STORE_UNAVAILABLE, failure.error());
    }
    assertEquals("abort", server.done.getLast());
  }

  @Test
  void ten_thousand_parts_hold_hundreds_of_gigabytes() {
    long bytes = IntStream.range(0, 10_000).mapToLong(S3Writer::partSize).sum();
    assertTrue(bytes > 800L << 30, () -> bytes + " bytes");
    assertEquals(160 << 20, S3Writer.partSize(9_999));
  }
}
