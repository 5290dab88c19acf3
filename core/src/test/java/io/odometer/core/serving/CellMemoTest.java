// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellMemoTest {
  /** The ends of what fits in a byte, and what does not. */
  private static final char[] CHARACTERS = {0, 1, '0', '9', 'a', 0xff, 0x100, 0x101, 0x161, '日'};

  private final Random random = new Random(11);

  @Test
  void a_cell_never_comes_to_what_another_came_to() {
    CellMemo memo = new CellMemo(2_000, 0);
    int found = 0;
    for (int i = 0; i < 200_000; i++) {
      char[] cell = cell(random.nextInt(10));
      long key = CellMemo.key(cell, 1, cell.length - 2);
      Object[] value = memo.find(key, cell, 1, cell.length - 2);
      if (value == null) {
        memo.keep(key, cell, 1, cell.length - 2, new Object[] {text(cell)});
      } else {
        assertEquals(text(cell), value[0]);
        found++;
      }
    }
    assertTrue(found > 1_000, "found " + found);
  }

  @Test
  void the_newest_of_two_cells_at_one_place_is_kept() {
    CellMemo memo = new CellMemo(0, 0);
    Object[] value = {"kept"};
    char[] cell = "42".toCharArray();
    for (int other = 0; other < 100; other++) {
      char[] cells = Integer.toString(other).toCharArray();
      memo.keep(CellMemo.key(cells, 0, cells.length), cells, 0, cells.length, new Object[] {other});
    }
    memo.keep(CellMemo.key(cell, 0, 2), cell, 0, 2, value);
    assertSame(value, memo.find(CellMemo.key(cell, 0, 2), cell, 0, 2));
  }

  @Test
  void absurdly_long_cells_are_not_kept() {
    CellMemo memo = new CellMemo(1 << 20, 0);
    char[] cell = "x".repeat(101).toCharArray();
    long key = CellMemo.key(cell, 0, cell.length);
    memo.keep(key, cell, 0, cell.length, new Object[] {1});
    assertNull(memo.find(key, cell, 0, cell.length));
  }

  /** Between two characters that are none of it. */
  private char[] cell(int length) {
    char[] cell = new char[length + 2];
    for (int i = 1; i <= length; i++) {
      cell[i] = CHARACTERS[random.nextInt(length > 4 ? 2 : CHARACTERS.length)];
    }
    return cell;
  }

  private static String text(char[] cell) {
    return new String(cell, 1, cell.length - 2);
  }
}
