// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.Headers;

/** Reads headers of S3 answers. */
final class S3Objects {
  private S3Objects() {}

  /** S3 quotes etags; weak ones bear a prefix. */
  static String etag(String header) {
    String bare = header.startsWith("W/") ? header.substring(2) : header;
    return bare.startsWith("\"") && bare.endsWith("\"") && bare.length() > 1
        ? bare.substring(1, bare.length() - 1)
        : bare;
  }

  /** Of an answer to GET: with a range, the size is in {@code Content-Range}. */
  static ObjectInfo info(ObjectKey key, Headers headers) {
    String range = headers.get("Content-Range");
    String size = range == null ? headers.get("Content-Length") : afterSlash(range);
    return new ObjectInfo(
        key,
        etag(needed(key, headers, "ETag")),
        Long.parseLong(size == null ? "0" : size),
        time(needed(key, headers, "Last-Modified")));
  }

  /** The store's own clock at the time of the answer. */
  static Instant answeredAt(Headers headers) {
    String date = headers.get("Date");
    return date == null ? Instant.now() : time(date);
  }

  private static String afterSlash(String range) {
    return range.substring(range.indexOf('/') + 1);
  }

  private static String needed(ObjectKey key, Headers headers, String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new IllegalStateException("the object store's answer for " + key + " has no " + name);
    }
    return value;
  }

  private static Instant time(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
