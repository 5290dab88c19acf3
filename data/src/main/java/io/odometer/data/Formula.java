// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A number made of numbers: {@code + - * /}, brackets, earlier columns by name, {@code
 * table[column]}, and the functions {@code exp log sqrt min max round floor}, {@code normal(mean,
 * deviation)} and {@code uniform(from, to)}. Computed in {@link StrictMath}, so that every machine
 * gets the same.
 */
sealed interface Formula {
  double value(Row row);

  static Formula parse(String text) {
    return new FormulaParser(text).parse();
  }

  /** What a formula may look at: the cells made so far, the tables, and chance. */
  record Row(Map<String, Object> cells, Map<String, Map<String, Double>> tables, Random random) {
    Object cell(String column) {
      Object value = cells.get(column);
      if (value == null) {
        throw new IllegalArgumentException("no column '" + column + "' was made before this one");
      }
      return value;
    }

    double number(String column) {
      if (cell(column) instanceof Double number) {
        return number;
      }
      throw new IllegalArgumentException("column '" + column + "' holds text, not numbers");
    }

    double lookUp(String table, String column) {
      Map<String, Double> entries = tables.get(table);
      Double found = entries == null ? null : entries.get(cell(column).toString());
      if (found == null) {
        throw new IllegalArgumentException(
            "table '%s' has nothing for '%s'".formatted(table, cell(column)));
      }
      return found;
    }
  }

  record Constant(double number) implements Formula {
    @Override
    public double value(Row row) {
      return number;
    }
  }

  record ColumnValue(String name) implements Formula {
    @Override
    public double value(Row row) {
      return row.number(name);
    }
  }

  record LookUp(String table, String column) implements Formula {
    @Override
    public double value(Row row) {
      return row.lookUp(table, column);
    }
  }

  record Operation(char operator, Formula left, Formula right) implements Formula {
    @Override
    public double value(Row row) {
      double a = left.value(row);
      double b = right.value(row);
      return switch (operator) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        default -> a / b;
      };
    }
  }

  record Call(Function function, List<Formula> arguments) implements Formula {
    public Call {
      if (arguments.size() != function.arity) {
        throw new IllegalArgumentException(
            "%s takes %d arguments".formatted(function.name(), function.arity));
      }
    }

    @Override
    public double value(Row row) {
      double[] values = arguments.stream().mapToDouble(argument -> argument.value(row)).toArray();
      return function.apply(values, row.random());
    }
  }

  /** Functions by the name that a formula calls them. */
  enum Function {
    EXP(1),
    LOG(1),
    SQRT(1),
    MIN(2),
    MAX(2),
    ROUND(1),
    FLOOR(1),
    NORMAL(2),
    UNIFORM(2);

    private final int arity;

    Function(int arity) {
      this.arity = arity;
    }

    double apply(double[] x, Random random) {
      return switch (this) {
        case EXP -> StrictMath.exp(x[0]);
        case LOG -> StrictMath.log(x[0]);
        case SQRT -> StrictMath.sqrt(x[0]);
        case MIN -> StrictMath.min(x[0], x[1]);
        case MAX -> StrictMath.max(x[0], x[1]);
        case ROUND -> StrictMath.rint(x[0]);
        case FLOOR -> StrictMath.floor(x[0]);
        case NORMAL -> x[0] + x[1] * random.nextGaussian();
        case UNIFORM -> x[0] + (x[1] - x[0]) * random.nextDouble();
      };
    }
  }
}
