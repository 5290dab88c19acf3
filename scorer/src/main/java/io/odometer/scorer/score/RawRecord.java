// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.scorer.record.Block;
import java.nio.charset.Charset;

/** One record of a block as it stands in the file. */
record RawRecord(Block block, int index) {
  int start() {
    return block.start(index);
  }

  int length() {
    return block.textEnd(index) - start();
  }

  long line() {
    return block.lines()[index];
  }

  byte[] bytes() {
    return block.bytes();
  }

  String text(Charset charset) {
    return new String(bytes(), start(), length(), charset);
  }
}
