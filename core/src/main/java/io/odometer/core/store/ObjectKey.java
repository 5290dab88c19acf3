// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.store;

/** Where an object lies: a bucket and a path with single slashes, neither leading nor trailing. */
public record ObjectKey(String bucket, String path) {
  public ObjectKey {
    if (bucket.length() < 3) {
      throw new IllegalArgumentException("a bucket name has at least 3 characters: " + bucket);
    }
    if (!isPath(path)) {
      throw new IllegalArgumentException("not an object path: '" + path + "'");
    }
  }

  /** Single slashes, neither leading nor trailing; stores may hold objects that are named worse. */
  public static boolean isPath(String path) {
    return !path.isEmpty() && !path.startsWith("/") && !path.endsWith("/") && !path.contains("//");
  }

  public ObjectKey child(String name) {
    return new ObjectKey(bucket, path + "/" + name);
  }

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return bucket + "/" + path;
  }
}
