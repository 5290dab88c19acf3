// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of bytes, in hex. */
public final class Digests {
  private Digests() {}

  /**
   * Of the parts one after the other; what manifests and names derived from content are made of.
   */
  public static String sha256(byte[]... parts) {
    return of("SHA-256", parts);
  }

  /** The etag of an object that was put in one piece. */
  public static String md5(byte[] content) {
    return of("MD5", content);
  }

  private static String of(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has " + algorithm, absent);
    }
  }
}
