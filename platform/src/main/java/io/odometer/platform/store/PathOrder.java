// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order in which S3 lists paths: by their UTF-8 bytes. */
enum PathOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
