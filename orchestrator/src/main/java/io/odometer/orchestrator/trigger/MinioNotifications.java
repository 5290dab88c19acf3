// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.trigger;

import io.odometer.core.json.Json;
import io.odometer.core.store.ObjectKey;
import io.odometer.orchestrator.project.ObjectEvent;
import io.odometer.orchestrator.project.ObjectEventParser;
import io.odometer.orchestrator.project.ObjectRemoved;
import io.odometer.orchestrator.project.ObjectSeen;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bucket notifications in MinIO's shape, which is S3's inside {@code Records}: read, and written by
 * the reconciler. Keys inside are URL-encoded with {@code +} for a space; etags have no quotes.
 * Pure.
 */
public final class MinioNotifications implements ObjectEventParser {
  private static final String CREATED = "s3:ObjectCreated:";
  private static final String REMOVED = "s3:ObjectRemoved:";

  /** What the reconciler says; its name is not one that MinIO uses. */
  private static final String LISTED = CREATED + "Listed";

  private static final String UNLISTED = REMOVED + "Unlisted";

  @Override
  public List<ObjectEvent> parse(JsonNode notification) {
    JsonNode records = notification.path("Records");
    if (!records.isArray()) {
      throw new IllegalArgumentException("an object event has a list of Records");
    }
    List<ObjectEvent> events = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      event(records.path(i), "Records[" + i + "].").ifPresent(events::add);
    }
    return events;
  }

  /** The event as MinIO would have told it. */
  static JsonNode of(ObjectEvent event) {
    ObjectNode notification = Json.object();
    notification.put("EventName", nameOf(event)).put("Key", event.key().toString());
    ObjectNode entry = notification.putArray("Records").addObject();
    entry
        .put("eventVersion", "2.0")
        .put("eventSource", "odometer:reconciler")
        .put("eventTime", event.at().toString())
        .put("eventName", nameOf(event));
    ObjectNode s3 = entry.putObject("s3");
    s3.putObject("bucket").put("name", event.key().bucket());
    ObjectNode object = s3.putObject("object").put("key", encoded(event.key().path()));
    if (event instanceof ObjectSeen seen) {
      object.put("size", seen.size()).put("eTag", seen.etag());
    }
    return notification;
  }

  private static String nameOf(ObjectEvent event) {
    return switch (event) {
      case ObjectSeen seen -> LISTED;
      case ObjectRemoved removed -> UNLISTED;
    };
  }

  private static Optional<ObjectEvent> event(JsonNode entry, String place) {
    String name = prefixed(text(entry, "eventName", place));
    JsonNode object = entry.path("s3").path("object");
    boolean tells = name.startsWith(CREATED) || (name.startsWith(REMOVED) && isWhole(name, object));
    Optional<ObjectKey> key = tells ? key(entry, place) : Optional.empty();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Instant at = time(entry, place);
    return Optional.of(
        name.startsWith(REMOVED)
            ? new ObjectRemoved(key.get(), at)
            : new ObjectSeen(
                key.get(), etag(object, place), Math.max(0, object.path("size").asLong(0)), at));
  }

  /** AWS leaves the prefix out inside the records; MinIO does not. */
  private static String prefixed(String name) {
    return name.startsWith("s3:") ? name : "s3:" + name;
  }

  /** In a versioned bucket one old version may be removed, which says nothing of the newest. */
  private static boolean isWhole(String name, JsonNode object) {
    boolean nothingDone = name.equals(REMOVED + "NoOP");
    boolean oneVersion =
        name.equals(REMOVED + "Delete") && !object.path("versionId").asString("").isEmpty();
    return !nothingDone && !oneVersion;
  }

  /** Nothing for what cannot be data, such as the marker of a folder. */
  private static Optional<ObjectKey> key(JsonNode entry, String place) {
    JsonNode s3 = entry.path("s3");
    String bucket = text(s3.path("bucket"), "name", place + "s3.bucket.");
    String path = decoded(text(s3.path("object"), "key", place + "s3.object."), place);
    try {
      return Optional.of(new ObjectKey(bucket, path));
    } catch (IllegalArgumentException notAnObject) {
      return Optional.empty();
    }
  }

  private static String etag(JsonNode object, String place) {
    String etag = text(object, "eTag", place + "s3.object.");
    boolean quoted = etag.length() >= 2 && etag.startsWith("\"") && etag.endsWith("\"");
    return quoted ? etag.substring(1, etag.length() - 1) : etag;
  }

  private static Instant time(JsonNode entry, String place) {
    String time = text(entry, "eventTime", place);
    try {
      return Instant.parse(time);
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException(place + "eventTime is no time: '" + time + "'", malformed);
    }
  }

  private static String text(JsonNode parent, String field, String place) {
    JsonNode value = parent.path(field);
    if (!value.isString() || value.stringValue().isEmpty()) {
      throw new IllegalArgumentException(place + field + " is missing or no text");
    }
    return value.stringValue();
  }

  private static String encoded(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  private static String decoded(String path, String place) {
    try {
      return URLDecoder.decode(path, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          place + "s3.object.key is not URL-encoded: '" + path + "'", malformed);
    }
  }
}
