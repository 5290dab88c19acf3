// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CaptureFrameTest {
  @Test
  void a_large_file_leaves_a_hundred_thousand_rows_at_most() {
    assertEquals(0.5, CaptureFrame.share(0.5, 1_000));
    assertEquals(0.1, CaptureFrame.share(1, 1_000_000));
    assertEquals(0, CaptureFrame.share(0, 1_000_000));
    assertEquals(1, CaptureFrame.share(1, 0));
  }
}
