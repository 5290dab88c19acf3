// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Cars as the models of {@code CarVersions} know them, price first. */
record CarRows(List<String> header, List<String[]> rows, Map<String, Long> extra) {
  private static final List<String> HEADER = List.of("price", "miles", "fuel", "sold", "engine");
  private static final List<String> FUELS = List.of("Petrol", "Diesel", "Hybrid");

  static CarRows normal(int size, long seed) {
    Random random = new Random(seed);
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int miles = (int) (2_000 + 900 * random.nextGaussian());
      rows.add(
          new String[] {
            Integer.toString(9_000 - miles / 2 + random.nextInt(2_000)),
            Integer.toString(Math.max(10, miles)),
            FUELS.get(random.nextInt(3)),
            "20%02d-%02d-%02d"
                .formatted(10 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(28)),
            (900 + 10 * random.nextInt(150)) + " CC"
          });
    }
    return new CarRows(HEADER, rows, Map.of());
  }

  /** With another cell in some rows. */
  CarRows with(String column, double share, UnaryOperator<String> change) {
    Random random = new Random(column.hashCode());
    int index = header.indexOf(column);
    List<String[]> changed =
        changed(
            (cells, _) -> {
              if (random.nextDouble() < share) {
                cells[index] = change.apply(cells[index]);
              }
            });
    return new CarRows(header, changed, extra);
  }

  /** Miles x 1.6, a new fuel, and 8 % of engines missing. */
  CarRows shifted() {
    return with("miles", 1, miles -> Integer.toString((int) (Integer.parseInt(miles) * 1.6)))
        .with("fuel", 0.2, fuel -> "Electric")
        .with("engine", 0.08, engine -> "");
  }

  CarRows withExtra(String column) {
    Map<String, Long> more = new TreeMap<>(extra);
    more.put(column, (long) rows.size());
    return new CarRows(header, rows, more);
  }

  private List<String[]> changed(BiConsumer<String[], Integer> change) {
    List<String[]> changed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = rows.get(i).clone();
      change.accept(cells, i);
      changed.add(cells);
    }
    return changed;
  }

  int size() {
    return rows.size();
  }

  List<String> features() {
    return header.subList(1, header.size());
  }

  String[] features(int row) {
    return List.of(rows.get(row)).subList(1, header.size()).toArray(String[]::new);
  }

  String csv() {
    return String.join(",", header)
        + "\n"
        + rows.stream().map(cells -> String.join(",", cells)).collect(Collectors.joining("\n"))
        + "\n";
  }
}
