// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns of several tables in one: the target, then the others in order of appearance. */
record UnionColumns(List<String> names) {
  UnionColumns {
    names = List.copyOf(names);
  }

  static UnionColumns of(String target, Collection<List<String>> headers) {
    Set<String> names = new LinkedHashSet<>(List.of(target));
    headers.forEach(names::addAll);
    return new UnionColumns(List.copyOf(names));
  }

  /** Where each column of a table goes. */
  int[] places(List<String> header) {
    return header.stream().mapToInt(names::indexOf).toArray();
  }

  /** A table's row as a row of all columns; those it does not have are empty. */
  String[] arrange(String[] cells, int[] places) {
    String[] arranged = new String[names.size()];
    Arrays.fill(arranged, "");
    for (int i = 0; i < places.length; i++) {
      arranged[places[i]] = cells[i];
    }
    return arranged;
  }
}
