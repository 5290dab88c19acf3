// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.minio.HeadObjectResponse;
import io.minio.Http;
import io.minio.Utils;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
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

  /** Of an answer to HEAD. */
  static ObjectInfo info(ObjectKey key, HeadObjectResponse found) {
    return new ObjectInfo(key, etag(found.etag()), found.size(), found.lastModified().toInstant());
  }

  /** Names some bytes of a version as the source of a copy. */
  static Http.Headers piece(ObjectInfo source, long offset, long length) {
    ObjectKey key = source.key();
    return new Http.Headers(
        Map.of(
            "x-amz-copy-source",
            Utils.encodePath("/" + key.bucket() + "/" + key.path()),
            "x-amz-copy-source-range",
            "bytes=%d-%d".formatted(offset, offset + length - 1),
            "x-amz-copy-source-if-match",
            '"' + source.etag() + '"'));
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
