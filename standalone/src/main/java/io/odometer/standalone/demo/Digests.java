// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as S3 writes them. */
final class Digests {
  private Digests() {}

  /** What the etag of an object is that was put in one piece. */
  static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
