// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.odometer.platform.config.Settings;
import java.net.URI;

/** How to reach the S3 store. The secret never shows in {@link #toString}. */
public record StoreSettings(URI endpoint, String accessKey, String secretKey, String region) {
  /**
   * {@code ODOMETER_S3_ENDPOINT}, {@code ODOMETER_S3_REGION}, and the credentials by the names that
   * every S3 client knows.
   */
  public static StoreSettings from(Settings settings) {
    return new StoreSettings(
        settings.uri("ODOMETER_S3_ENDPOINT"),
        settings.requiredSecret("AWS_ACCESS_KEY_ID"),
        settings.requiredSecret("AWS_SECRET_ACCESS_KEY"),
        settings.string("ODOMETER_S3_REGION", "us-east-1"));
  }

  @Override
  public String toString() {
    return "StoreSettings[endpoint=%s, accessKey=%s, secretKey=***, region=%s]"
        .formatted(endpoint, accessKey, region);
  }
}
