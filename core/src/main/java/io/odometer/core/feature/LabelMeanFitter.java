// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.learner.FeatureForm;
import io.odometer.core.learner.FeatureMatrix;
import io.odometer.core.schema.TextValue;
import io.odometer.core.schema.TypedTable;
import io.odometer.core.table.Hashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Fits {@link LabelMean}s without leakage: a training row is encoded from the rows of other folds
 * only, and equal rows are in one fold. Labels that are all positive are taken by their logarithm.
 */
final class LabelMeanFitter {
  private static final int FOLDS = 8;

  /** As many rows as the shorter form's mean counts for. */
  private static final double SHRINKAGE = 4;

  private final TypedTable training;
  private final double[] labels;
  private final int[] folds;

  LabelMeanFitter(TypedTable training, long seed) {
    this.training = training;
    boolean positive = DoubleStream.of(training.labels()).allMatch(label -> label > 0);
    labels =
        positive ? DoubleStream.of(training.labels()).map(Math::log).toArray() : training.labels();
    folds = new int[training.rows()];
    Arrays.setAll(
        folds,
        row -> (int) (FOLDS * Hashes.unit(Hashes.mix(training.hash(row) + Hashes.mix(seed)))));
  }

  /**
   * @param outOfFold one a row and level, already scaled
   */
  record Fitted(LabelMean encoder, float[][] outOfFold) {
    void write(FeatureMatrix matrix, int offset) {
      for (int level = 0; level < outOfFold.length; level++) {
        for (int row = 0; row < matrix.rows(); row++) {
          matrix.values()[row * matrix.columns() + offset + level] = outOfFold[level][row];
        }
      }
    }
  }

  Fitted fit(int column, int levels, FeatureForm form) {
    double[][] hidden = outOfFold(column, levels);
    double[] last = hidden[levels - 1];
    double centre = form == FeatureForm.TREE ? 0 : StatUtils.mean(last);
    double deviation = Math.sqrt(StatUtils.populationVariance(last));
    double scale = form == FeatureForm.TREE || !(deviation > 0) ? 1 : deviation;
    Means means = new Means(column, levels, -1);
    LabelMean encoder = new LabelMean(column, means.named(), means.prior, centre, scale);
    float[][] scaled = new float[levels][training.rows()];
    for (int level = 0; level < levels; level++) {
      for (int row = 0; row < training.rows(); row++) {
        scaled[level][row] = (float) ((hidden[level][row] - centre) / scale);
      }
    }
    return new Fitted(encoder, scaled);
  }

  private double[][] outOfFold(int column, int levels) {
    double[][] hidden = new double[levels][training.rows()];
    for (int fold = 0; fold < FOLDS; fold++) {
      Means means = new Means(column, levels, fold);
      for (int row = 0; row < training.rows(); row++) {
        if (folds[row] == fold) {
          means.write(row, hidden);
        }
      }
    }
    return hidden;
  }

  /** Shrunk means of every form of every name over the rows outside one fold. */
  private final class Means {
    private final int column;
    private final int levels;
    private final double prior;
    private final List<Map<String, Double>> means = new ArrayList<>();

    /**
     * @param hiddenFold -1 for none
     */
    Means(int column, int levels, int hiddenFold) {
      this.column = column;
      this.levels = levels;
      List<TextValue> dictionary = training.dictionary(column);
      double[] sums = new double[dictionary.size()];
      int[] counts = new int[dictionary.size()];
      double sum = 0;
      int count = 0;
      for (int row = 0; row < training.rows(); row++) {
        if (folds[row] != hiddenFold) {
          sum += labels[row];
          count++;
          int code = training.code(row, column);
          if (code >= 0) {
            sums[code] += labels[row];
            counts[code]++;
          }
        }
      }
      prior = count == 0 ? 0 : sum / count;
      for (int level = 0; level < levels; level++) {
        means.add(level(level, dictionary, sums, counts));
      }
    }

    private Map<String, Double> level(
        int level, List<TextValue> dictionary, double[] sums, int[] counts) {
      Map<String, double[]> totals = new HashMap<>();
      Map<String, Double> shorter = new HashMap<>();
      for (int code = 0; code < counts.length; code++) {
        if (counts[code] > 0) {
          String name = LabelMean.form(dictionary.get(code), level, levels);
          double[] total = totals.computeIfAbsent(name, key -> new double[2]);
          total[0] += sums[code];
          total[1] += counts[code];
          shorter.put(name, value(dictionary.get(code), level - 1));
        }
      }
      Map<String, Double> shrunk = new HashMap<>();
      totals.forEach(
          (name, total) -> {
            double towards = shorter.getOrDefault(name, prior);
            shrunk.put(name, (total[0] + SHRINKAGE * towards) / (total[1] + SHRINKAGE));
          });
      return shrunk;
    }

    /** The mean of the longest known form up to a level. */
    private double value(TextValue value, int upTo) {
      for (int level = upTo; level >= 0; level--) {
        Double known = means.get(level).get(LabelMean.form(value, level, levels));
        if (known != null) {
          return known;
        }
      }
      return prior;
    }

    void write(int row, double[][] hidden) {
      int code = training.code(row, column);
      for (int level = 0; level < levels; level++) {
        hidden[level][row] = code < 0 ? prior : value(training.dictionary(column).get(code), level);
      }
    }

    List<Map<String, Double>> named() {
      return means.stream().<Map<String, Double>>map(TreeMap::new).toList();
    }
  }
}
