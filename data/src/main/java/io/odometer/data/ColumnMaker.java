// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes one column's value for one row, and writes it. */
final class ColumnMaker {
  private final ColumnSpec spec;
  private final @Nullable Formula formula;

  ColumnMaker(ColumnSpec spec) {
    this.spec = spec;
    this.formula = spec.formula() == null ? null : Formula.parse(spec.formula());
  }

  String name() {
    return spec.name();
  }

  /** A number, or a text. */
  Object make(Formula.Row row) {
    if (formula != null) {
      return formula.value(row);
    }
    return choose(weights(row), row.random());
  }

  String write(Object value, Random random) {
    double fate = random.nextDouble();
    if (spec.absurd() != null && (fate -= spec.absurd().rate()) < 0) {
      return any(spec.absurd().texts(), random);
    }
    if (spec.missing() != null && (fate -= spec.missing().rate()) < 0) {
      return any(spec.missing().texts(), random);
    }
    return style(fate).write(value);
  }

  private Style style(double fate) {
    if (spec.variants() != null) {
      for (ColumnSpec.Variant variant : spec.variants()) {
        fate -= variant.rate();
        if (fate < 0) {
          return variant.style();
        }
      }
    }
    return spec.written() == null ? Style.PLAIN : spec.written();
  }

  private Map<String, Double> weights(Formula.Row row) {
    if (spec.choice() != null) {
      return spec.choice();
    }
    var by = java.util.Objects.requireNonNull(spec.choiceBy());
    Map<String, Double> weights = by.weights().get(row.cell(by.column()).toString());
    if (weights == null) {
      throw new IllegalArgumentException(
          "column '%s' has no choice for '%s'".formatted(spec.name(), row.cell(by.column())));
    }
    return weights;
  }

  /** In order of the texts, since the order of a map is nobody's promise. */
  private static String choose(Map<String, Double> weights, Random random) {
    double left = random.nextDouble() * weights.values().stream().mapToDouble(w -> w).sum();
    List<Map.Entry<String, Double>> entries =
        weights.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey)).toList();
    for (var entry : entries) {
      left -= entry.getValue();
      if (left < 0) {
        return entry.getKey();
      }
    }
    return entries.getLast().getKey();
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
