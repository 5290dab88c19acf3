// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.table;

/** Checks bytes for UTF-8 (RFC 3629) as they come. A sequence cut off at the end is forgiven. */
public final class Utf8Check {
  private boolean valid = true;
  private int expected;
  private int least = 0x80;
  private int most = 0xbf;

  /** Whether it is UTF-8 from beginning to end. */
  public static boolean isUtf8(byte[] text) {
    Utf8Check check = new Utf8Check();
    check.update(text, text.length);
    return check.valid && check.expected == 0;
  }

  void update(byte[] buffer, int length) {
    for (int i = 0; i < length && valid; i++) {
      int value = buffer[i] & 0xff;
      if (expected > 0) {
        follow(value);
      } else if (value >= 0x80) {
        lead(value);
      }
    }
  }

  boolean valid() {
    return valid;
  }

  private void follow(int value) {
    valid = value >= least && value <= most;
    least = 0x80;
    most = 0xbf;
    expected--;
  }

  /** The second byte's range keeps out overlong forms, surrogates and what is above U+10FFFF. */
  private void lead(int value) {
    if (value >= 0xc2 && value <= 0xdf) {
      expected = 1;
    } else if (value >= 0xe0 && value <= 0xef) {
      expected = 2;
      least = value == 0xe0 ? 0xa0 : 0x80;
      most = value == 0xed ? 0x9f : 0xbf;
    } else if (value >= 0xf0 && value <= 0xf4) {
      expected = 3;
      least = value == 0xf0 ? 0x90 : 0x80;
      most = value == 0xf4 ? 0x8f : 0xbf;
    } else {
      valid = false;
    }
  }
}
