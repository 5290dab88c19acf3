// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.table;

/** 64-bit hashes of text that never change from release to release: the split depends on them. */
public final class Hashes {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hashes() {}

  /** FNV-1a over UTF-16 units, then {@link #mix}. */
  public static long of(String text) {
    long hash = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mix(hash);
  }

  /** The finaliser of SplitMix64: every bit of the input moves every bit of the result. */
  public static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** Between 0 (included) and 1. */
  public static double unit(long hash) {
    return (hash >>> 11) * 0x1.0p-53;
  }
}
