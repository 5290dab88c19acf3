// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.store.ObjectKey;
import io.odometer.orchestrator.project.ObjectEvent;
import io.odometer.orchestrator.project.ObjectRemoved;
import io.odometer.orchestrator.project.ObjectSeen;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class MinioNotificationsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");

  /** As a MinIO server sent it, identities left out. */
  private static final String PUT =
      """
      {"EventName": "s3:ObjectCreated:Put", "Key": "training/used-cars/my cars.csv",
       "Records": [{"eventVersion": "2.0", "eventSource": "minio:s3", "awsRegion": "",
         "eventTime": "2026-11-20T12:00:00.123Z", "eventName": "s3:ObjectCreated:Put",
         "userIdentity": {"principalId": "x"}, "requestParameters": {"region": ""},
         "s3": {"s3SchemaVersion": "1.0", "configurationId": "Config",
           "bucket": {"name": "training", "arn": "arn:aws:s3:::training"},
           "object": {"key": "used-cars%2Fmy+cars.csv", "size": 2048,
             "eTag": "9b2cf535f27731c974343645a3985328", "contentType": "text/csv",
             "userMetadata": {"content-type": "text/csv"}, "sequencer": "17A7C1F0E8B6D2A0"}},
         "source": {"host": "127.0.0.1", "port": "", "userAgent": "MinIO"}}]}
      """;

  private final MinioNotifications notifications = new MinioNotifications();

  @Test
  void a_put_tells_key_etag_size_and_time() {
    ObjectKey key = new ObjectKey("training", "used-cars/my cars.csv");

    assertEquals(
        List.of(new ObjectSeen(key, "9b2cf535f27731c974343645a3985328", 2048, NOON)), parse(PUT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3:ObjectCreated:Copy",
        "s3:ObjectCreated:CompleteMultipartUpload",
        "ObjectCreated:Post"
      })
  void every_way_to_create_counts_with_and_without_prefix(String name) {
    assertEquals(parse(PUT), parse(PUT.replace("s3:ObjectCreated:Put", name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3:ObjectRemoved:Delete", "s3:ObjectRemoved:DeleteMarkerCreated"})
  void a_removal_needs_no_etag(String name) {
    String removal =
        PUT.replace("s3:ObjectCreated:Put", name)
            .replace("\"eTag\": \"9b2cf535f27731c974343645a3985328\",", "");

    assertEquals(
        List.of(new ObjectRemoved(new ObjectKey("training", "used-cars/my cars.csv"), NOON)),
        parse(removal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s3:ObjectAccessed:Get", "s3:ObjectRemoved:NoOP", "s3:BucketCreated:*", "s3:X"})
  void what_says_nothing_of_content_tells_nothing(String name) {
    assertEquals(List.of(), parse(PUT.replace("s3:ObjectCreated:Put", name)));
  }

  @Test
  void the_removal_of_one_old_version_says_nothing_of_the_newest() {
    String removal =
        PUT.replace("s3:ObjectCreated:Put", "s3:ObjectRemoved:Delete")
            .replace("\"size\"", "\"versionId\": \"7f1\", \"size\"");

    assertEquals(List.of(), parse(removal));
  }

  @Test
  void the_marker_of_a_folder_is_no_object() {
    assertEquals(List.of(), parse(PUT.replace("my+cars.csv", "")));
  }

  @Test
  void quotes_around_an_etag_are_no_part_of_it() {
    String quoted = PUT.replace("\"9b2cf535f27731c974343645a3985328\"", "\"\\\"9b2c\\\"\"");

    assertEquals("9b2c", ((ObjectSeen) parse(quoted).getFirst()).etag());
  }

  @Test
  void several_records_keep_their_order() {
    ObjectNode notification = (ObjectNode) Json.tree(PUT);
    notification
        .withArray("Records")
        .add(Json.tree(PUT.replace("used-cars%2F", "uk%2F")).path("Records").path(0));

    assertEquals(
        List.of("used-cars/my cars.csv", "uk/my cars.csv"),
        notifications.parse(notification).stream().map(event -> event.key().path()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "Records, Records",
    "eventName, Records[0].eventName",
    "eventTime, Records[0].eventTime",
    "bucket, Records[0].s3.bucket.name",
    "eTag, Records[0].s3.object.eTag"
  })
  void what_is_missing_is_named_with_its_place(String field, String place) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> parse(PUT.replace("\"" + field + "\"", "\"other\"")));

    assertTrue(String.valueOf(refusal.getMessage()).contains(place), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "3", "{}", "null", "{\"Records\": {}}", "{\"Records\": [1]}"})
  void what_is_no_notification_is_refused(String json) {
    assertThrows(IllegalArgumentException.class, () -> parse(json));
  }

  @Test
  void a_key_with_a_broken_escape_is_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> parse(PUT.replace("my+cars.csv", "50%zz.csv")));
  }

  static Stream<ObjectEvent> events() {
    return Stream.of("uk/a.csv", "uk/ä b+c%20&=?.csv", "uk/deep/er/名前.csv", "uk/\"quoted\".csv")
        .map(path -> new ObjectKey("training", path))
        .flatMap(
            key -> Stream.of(new ObjectSeen(key, "abc-2", 7, NOON), new ObjectRemoved(key, NOON)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_the_reconciler_writes_reads_as_what_it_meant(ObjectEvent event) {
    assertEquals(List.of(event), parse(Json.text(MinioNotifications.of(event))));
  }

  private List<ObjectEvent> parse(String json) {
    return notifications.parse(Json.tree(json));
  }
}
