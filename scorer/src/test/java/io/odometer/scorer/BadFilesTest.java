// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.scoring.Prepared;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.ObjectVersion;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.testmodels.ForwardingStore;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cannot be scored at all fail by name, early, in little memory. */
class BadFilesTest {
  private static final String KEY = "scoring/cars/in/";
  private static final String GOOD = "miles,fuel\n1,Diesel\n2,Petrol\n";

  private final ScoredCars cars = new ScoredCars();
  private final ScoringRun run = cars.run("bad");

  private void assertRefused(ErrorName error, String why, String name, byte[] content) {
    ObjectVersion file = run.drop(name, content);
    assertRefused(error, why, name, () -> run.prepare(file));
    assertEquals(List.of(), cars.outputs());
  }

  private static void assertRefused(ErrorName error, String why, String name, Runnable task) {
    OdometerException refusal = assertThrows(OdometerException.class, task::run);
    assertEquals(error, refusal.error(), refusal.reason());
    assertTrue(refusal.reason().contains(KEY + name), refusal.reason());
    assertTrue(refusal.reason().contains(why), refusal.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n", " \n\t\n", "\ufeff", "\ufeff\n"})
  void a_file_without_text_is_empty(String text) {
    for (String name : List.of("a.csv", "a.jsonl", "a.tsv")) {
      assertRefused(Errors.DATA_EMPTY, "it is empty", name, text.getBytes(UTF_8));
    }
    assertRefused(Errors.DATA_EMPTY, "it is empty", "a.csv.gz", Gzip.of(text.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"miles,fuel", "miles,fuel\n", "miles,fuel\r\n\r\n\n", "\nmiles,fuel\r\r"})
  void a_header_alone_is_no_data(String text) {
    assertRefused(Errors.DATA_EMPTY, "header but no row", "a.csv", text.getBytes(UTF_8));
  }

  @Test
  void what_is_no_text_is_malformed() {
    byte[] random = new byte[300_000];
    new Random(8).nextBytes(random);
    byte[] late = (GOOD + "1,Diesel\n".repeat(30_000) + "\0\0\0").getBytes(UTF_8);
    for (String name : List.of("a.csv", "a.jsonl")) {
      assertRefused(Errors.DATA_MALFORMED, "it is no text", name, random);
      assertRefused(Errors.DATA_MALFORMED, "it is no text", name, late);
    }
    assertRefused(
        Errors.DATA_MALFORMED,
        "a ZIP archive or a spreadsheet",
        "a.csv",
        Gzip.joined(new byte[] {0x50, 0x4b, 3, 4}, random));
  }

  @Test
  void random_bytes_never_do_more_than_fail_by_name() {
    Random random = new Random(9);
    for (int round = 0; round < 500; round++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] =
            bytes[i] == 0 || random.nextBoolean()
                ? (byte) ",\"\n\ra1{}[]".charAt(i % 10)
                : bytes[i];
      }
      for (String name : List.of("r.csv", "r.jsonl")) {
        ObjectVersion file = run.drop(name, bytes);
        try {
          run.score(file, true);
        } catch (OdometerException refusal) {
          assertTrue(refusal.reason().contains(KEY + name), refusal.reason());
        }
      }
    }
  }

  @Test
  void damaged_gzip_is_malformed() {
    byte[] packed = Gzip.of(CarTable.random(1, 50).csv().getBytes(UTF_8));
    for (int length : new int[] {2, 9, 100, packed.length - 1}) {
      assertRefused(
          Errors.DATA_MALFORMED, "damaged gzip", "a.csv.gz", Arrays.copyOf(packed, length));
    }
    byte[] damaged = packed.clone();
    damaged[packed.length / 2] ^= 0x55;
    assertRefused(Errors.DATA_MALFORMED, "damaged gzip", "a.csv.gz", damaged);
  }

  @Test
  void a_gzip_bomb_is_too_large() {
    byte[] megabyte = "1,Diesel\n".repeat(116_509).getBytes(UTF_8);
    byte[] member = Gzip.of(megabyte);
    byte[][] gigabyte = new byte[1_000][];
    Arrays.fill(gigabyte, member);
    byte[] bomb = Gzip.joined(Gzip.of("miles,fuel\n".getBytes(UTF_8)), Gzip.joined(gigabyte));
    assertTrue(bomb.length < 5_000_000);
    assertRefused(Errors.DATA_TOO_LARGE, "gzip bomb", "a.csv.gz", bomb);
    byte[] line = Gzip.repeated(new byte[1 << 20], 100);
    assertRefused(Errors.DATA_MALFORMED, "no text", "b.csv.gz", line);
  }

  /** Makes of every file in {@code in/} an endless one, and counts what is read of it. */
  private static final class EndlessStore extends ForwardingStore {
    private final byte[] repeated;
    private long read;

    EndlessStore(ObjectStore store, String repeated) {
      super(store);
      this.repeated = repeated.getBytes(UTF_8);
    }

    @Override
    public ObjectContent openVersion(ObjectKey key, String etag) {
      ObjectInfo info = super.openVersion(key, etag).info();
      return new ObjectContent(
          info,
          new InputStream() {
            @Override
            public int read() {
              return repeated[(int) (read++ % repeated.length)];
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
              for (int i = 0; i < length; i++) {
                bytes[offset + i] = (byte) read();
              }
              return length;
            }
          });
    }
  }

  @Test
  void a_line_without_end_is_refused_before_it_is_read() {
    assertEndless(Errors.DATA_TOO_LARGE, "line 1 has more than 1,048,576 bytes", "a.csv", "1,2,");
    assertEndless(Errors.DATA_TOO_LARGE, "line 1 has more than", "a.jsonl", "{\"a\":");
  }

  @Test
  void a_quote_without_end_is_refused_by_its_line() {
    assertRefused(
        Errors.DATA_MALFORMED,
        "the row that begins at line 3 a quote opens that does not close",
        "a.csv",
        "miles,fuel\n1,Diesel\n2,\"Petrol\n3,Diesel\n".getBytes(UTF_8));
    assertRefused(
        Errors.DATA_MALFORMED,
        "line 2 a quote opens",
        "a.csv",
        ("miles,fuel\n2,\"Petrol\n" + "3,Diesel\n".repeat(200_000)).getBytes(UTF_8));
  }

  private static void assertEndless(ErrorName error, String why, String name, String repeated) {
    EndlessStore store = new EndlessStore(new InMemoryObjectStore(), repeated);
    ScoringRun endless = new ScoredCars(store).run("endless");
    ObjectVersion file = endless.drop(name, "x");
    assertRefused(error, why, name, () -> endless.prepare(file));
    assertTrue(store.read < 2_000_000, "%,d bytes read".formatted(store.read));
  }

  @Test
  void columns_that_are_none_of_ours_do_not_match() {
    assertRefused(
        Errors.SCHEMA_MISMATCH,
        "without a header a row is 4 cells in this order: miles, fuel, sold, engine; these are 3",
        "a.csv",
        "colour,seats,doors\nred,5,3\n".getBytes(UTF_8));
    assertRefused(
        Errors.SCHEMA_MISMATCH,
        "none of the columns",
        "a.csv",
        "price,code\n1,2\n".getBytes(UTF_8));
    assertRefused(
        Errors.SCHEMA_HEADER,
        "two columns are named 'miles'",
        "a.csv",
        "miles,fuel,miles\n1,2,3\n".getBytes(UTF_8));
  }

  @Test
  void rows_without_a_header_have_all_the_columns() {
    assertRefused(
        Errors.SCHEMA_MISMATCH, "these are 2", "a.csv", "1,Diesel\n2,Petrol\n".getBytes(UTF_8));
    assertRefused(
        Errors.DATA_MALFORMED, "first row is not CSV", "a.csv", "\"a\"b,1\n".getBytes(UTF_8));
  }

  @Test
  void an_input_that_changes_is_noticed_at_every_step() {
    ScoringRun small = cars.run("changed", ScoringSettings.DEFAULT, 10);
    for (byte[] content : List.of(GOOD.getBytes(UTF_8), Gzip.of(GOOD.getBytes(UTF_8)))) {
      ObjectVersion file = small.drop("c.csv", content);
      Prepared prepared = small.prepare(file);
      List<ObjectKey> ranges = small.score(prepared);
      small.drop("c.csv", "other");
      assertChanged(() -> small.prepare(file));
      assertChanged(() -> small.publish(prepared, ranges));
      cars.store().delete(file.key());
      assertChanged(() -> small.prepare(file));
      assertChanged(() -> small.publish(prepared, ranges));
    }
    ObjectVersion file = small.drop("c.csv", GOOD);
    Prepared prepared = small.prepare(file);
    small.drop("c.csv", "other");
    assertChanged(() -> small.score(prepared, prepared.ranges().getLast()));
    cars.store().delete(file.key());
    assertChanged(() -> small.score(prepared, prepared.ranges().getFirst()));
    assertEquals(List.of(), cars.outputs());
  }

  private static void assertChanged(Runnable task) {
    assertRefused(Errors.DATA_CHANGED, "was replaced or removed", "c.csv", task);
  }
}
