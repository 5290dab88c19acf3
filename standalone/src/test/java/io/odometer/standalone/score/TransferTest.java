// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.project.ProjectName;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.core.training.ObjectVersion;
import io.odometer.platform.store.InMemoryObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way up and down. */
final class TransferTest {
  private static final byte[] SCORED = "a,prediction\n1,2\n".getBytes(StandardCharsets.UTF_8);
  private static final ObjectKey OUT = new ObjectKey(Buckets.SCORING, "cars/out/a.csv.out");

  @TempDir private Path folder;
  private final ObjectStore store = new InMemoryObjectStore();

  @BeforeEach
  void makeBucket() {
    store.ensureBucket(Buckets.SCORING);
  }

  @Test
  void a_download_replaces_what_was_there_and_leaves_nothing_else() throws IOException {
    Path target = Files.writeString(folder.resolve("out.csv"), "old");
    new Download(put(), checksum()).to(target, store);
    assertEquals(new String(SCORED, StandardCharsets.UTF_8), Files.readString(target));
    assertEquals(List.of(target), files());
  }

  @Test
  void what_comes_damaged_does_not_replace_what_was_there() throws IOException {
    Path target = Files.writeString(folder.resolve("out.csv"), "old");
    var download = new Download(put(), "00000000");
    var failure = assertThrows(OdometerException.class, () -> download.to(target, store));
    assertEquals(Errors.DOWNLOAD_CORRUPT, failure.error());
    assertEquals("old", Files.readString(target));
    assertEquals(List.of(target), files());
  }

  @Test
  void what_was_replaced_meanwhile_is_not_taken_for_it() throws IOException {
    Path target = folder.resolve("out.csv");
    var download = new Download(put(), checksum());
    store.put(OUT, new byte[] {1}, new PutCondition.Always());
    var failure = assertThrows(OdometerException.class, () -> download.to(target, store));
    assertEquals(Errors.STORE_PRECONDITION, failure.error());
    assertEquals(List.of(), files());
  }

  @Test
  void a_key_follows_from_content_settings_and_name() throws IOException {
    Path one = Files.writeString(folder.resolve("one.csv.gz"), "a");
    Path same =
        Files.writeString(Files.createDirectory(folder.resolve("x")).resolve("one.csv.gz"), "a");
    Path other = Files.writeString(folder.resolve("two.csv.gz"), "b");
    Path job = Files.writeString(folder.resolve("job.json"), "{}");
    ObjectKey key = Upload.of(request(one, Optional.empty())).key();
    assertTrue(key.path().matches("cars/in/[0-9a-f]{16}/one\\.csv\\.gz"), key.path());
    assertEquals(key, Upload.of(request(same, Optional.empty())).key());
    assertNotEquals(key, Upload.of(request(other, Optional.empty())).key());
    assertNotEquals(key, Upload.of(request(one, Optional.of(job))).key());
  }

  @Test
  void settings_lie_beside_their_file() throws IOException {
    Path file = Files.writeString(folder.resolve("one.csv"), "a");
    Path job = Files.writeString(folder.resolve("job.json"), "{}");
    Upload upload = Upload.of(request(file, Optional.of(job)));
    upload.put(store);
    List<String> paths =
        store.list(Buckets.SCORING, "cars/in/").map(info -> info.key().path()).toList();
    assertEquals(List.of(upload.key().path(), upload.key().path() + ".job.json"), paths);
  }

  private ScoreRequest request(Path file, Optional<Path> job) {
    return new ScoreRequest(
        file, new ProjectName("cars"), folder.resolve("out.csv"), job, false, true);
  }

  private ObjectVersion put() {
    ObjectInfo info = store.put(OUT, SCORED, new PutCondition.Always());
    return new ObjectVersion(info.key(), info.etag(), info.size());
  }

  private static String checksum() {
    CRC32C sum = new CRC32C();
    sum.update(SCORED);
    return "%08x".formatted(sum.getValue());
  }

  private List<Path> files() throws IOException {
    try (var found = Files.list(folder)) {
      return found.toList();
    }
  }
}
