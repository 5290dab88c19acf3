// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.filter;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one piece of a path picks out of a value. */
sealed interface Selector {
  /** The value of one member. */
  record Name(String name) implements Selector {}

  /** An object with just these members. */
  record Names(List<String> names) implements Selector {
    public Names {
      names = List.copyOf(names);
    }
  }

  /** Elements of a list, found by where they stand; a negative index counts from the end. */
  sealed interface Positions extends Selector {
    /**
     * Where, in a list of this many elements.
     *
     * @throws IllegalArgumentException if an index lies outside
     */
    int[] in(int width);
  }

  /** One element. */
  record Index(int index) implements Positions {
    @Override
    public int[] in(int width) {
      return new int[] {inside(index, width)};
    }
  }

  /** Elements in this order; one may come twice. */
  record Indices(List<Integer> indices) implements Positions {
    public Indices {
      indices = List.copyOf(indices);
    }

    @Override
    public int[] in(int width) {
      return indices.stream().mapToInt(index -> inside(index, width)).toArray();
    }
  }

  /** From the first to the last, both included. */
  record Slice(@Nullable Integer first, @Nullable Integer last) implements Positions {
    @Override
    public int[] in(int width) {
      int from = first == null ? 0 : inside(first, width);
      int to = last == null ? width - 1 : inside(last, width);
      if (first != null && last != null && from > to) {
        throw new IllegalArgumentException(
            "the range %d:%d of %d values is empty".formatted(first, last, width));
      }
      return IntStream.rangeClosed(from, to).toArray();
    }
  }

  /** All elements of a list, or the values of all members of an object. */
  record Every() implements Positions {
    @Override
    public int[] in(int width) {
      return IntStream.range(0, width).toArray();
    }
  }

  private static int inside(int index, int width) {
    int position = index < 0 ? width + index : index;
    if (position < 0 || position >= width) {
      throw new IllegalArgumentException(
          "index %d lies outside of %d value%s".formatted(index, width, width == 1 ? "" : "s"));
    }
    return position;
  }
}
