// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import java.net.URI;

/** How to reach the S3 store. The secret never shows in {@link #toString}. */
public record StoreSettings(URI endpoint, String accessKey, String secretKey, String region) {
  @Override
  public String toString() {
    return "StoreSettings[endpoint=%s, accessKey=%s, secretKey=***, region=%s]"
        .formatted(endpoint, accessKey, region);
  }
}
