// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.store;

/** An S3 key pair. The secret never shows in {@link #toString}. */
public record Credentials(String accessKey, String secretKey) {
  public Credentials {
    if (accessKey.isBlank() || secretKey.isBlank()) {
      throw new IllegalArgumentException("S3 credentials have an access key and a secret key");
    }
  }

  @Override
  public String toString() {
    return "Credentials[accessKey=%s, secretKey=***]".formatted(accessKey);
  }
}
