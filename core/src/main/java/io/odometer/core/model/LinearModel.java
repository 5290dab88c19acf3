// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.project.Range;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An intercept and a coefficient a feature. Sums in double precision in a fixed order and takes the
 * exponential from {@link StrictMath}, so that a prediction is the same on every machine.
 */
public final class LinearModel implements Model {
  /** What the linear part predicts. */
  public enum Target {
    IDENTITY,
    /** The logarithm of the label. */
    LOG;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Target of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    String json() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final double intercept;
  private final double[] coefficients;
  private final Target target;
  private final Range range;

  /**
   * @param range predictions outside are moved to its nearer end, so that a record unlike any seen
   *     cannot make the exponential explode
   */
  public LinearModel(double intercept, double[] coefficients, Target target, Range range) {
    if (!Double.isFinite(intercept) || !Arrays.stream(coefficients).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a linear model has finite coefficients");
    }
    this.intercept = intercept;
    this.coefficients = coefficients.clone();
    this.target = target;
    this.range = range;
  }

  static LinearModel read(byte[] json) {
    Stored stored = Json.read(json, Stored.class);
    if (!"linear".equals(stored.kind)) {
      throw new OdometerException(
          Errors.MODEL_UNSUPPORTED,
          "a model of kind '%s'; the evaluators know linear and XGBoost's JSON"
              .formatted(stored.kind));
    }
    return stored.model();
  }

  /** The form that {@link Models#read} takes. */
  public byte[] json() {
    return Json.bytes(new Stored("linear", intercept, coefficients, target, range));
  }

  @Override
  public String kind() {
    return "linear";
  }

  @Override
  public int featureCount() {
    return coefficients.length;
  }

  @Override
  public Predictor predictor() {
    return new LinearPredictor();
  }

  /** Stateless, but what it is made of must not be reached from elsewhere. */
  private final class LinearPredictor implements Predictor {
    @Override
    public double predict(float[] features) {
      Features.check(features, coefficients.length);
      double sum = intercept;
      for (int feature = 0; feature < coefficients.length; feature++) {
        sum += coefficients[feature] * features[feature];
      }
      return onScale(sum);
    }

    /** Four rows at a time: each sum waits for its own last addition only. */
    @Override
    public void predict(float[] features, int width, int rows, double[] predictions) {
      Features.checkWidth(width, coefficients.length);
      int row = 0;
      for (; row + 4 <= rows; row += 4) {
        four(features, row, predictions);
      }
      for (; row < rows; row++) {
        predictions[row] = predict(Arrays.copyOfRange(features, row * width, (row + 1) * width));
      }
    }

    private void four(float[] features, int row, double[] predictions) {
      int width = coefficients.length;
      int first = row * width;
      int second = first + width;
      int third = second + width;
      int fourth = third + width;
      double a = intercept;
      double b = intercept;
      double c = intercept;
      double d = intercept;
      for (int feature = 0; feature < width; feature++) {
        double coefficient = coefficients[feature];
        a += coefficient * features[first + feature];
        b += coefficient * features[second + feature];
        c += coefficient * features[third + feature];
        d += coefficient * features[fourth + feature];
      }
      predictions[row] = onScale(a);
      predictions[row + 1] = onScale(b);
      predictions[row + 2] = onScale(c);
      predictions[row + 3] = onScale(d);
    }
  }

  private double onScale(double sum) {
    double value = target == Target.LOG ? StrictMath.exp(sum) : sum;
    return Math.clamp(value, range.least(), range.most());
  }

  /** As stored; every field is needed except the range. */
  private record Stored(
      @Nullable String kind,
      @Nullable Double intercept,
      double @Nullable [] coefficients,
      @Nullable Target target,
      @Nullable Range range) {
    private static final Range ANY = new Range(-Double.MAX_VALUE, Double.MAX_VALUE);

    LinearModel model() {
      if (intercept == null || coefficients == null || target == null) {
        throw corrupt("needs intercept, coefficients and target");
      }
      try {
        return new LinearModel(intercept, coefficients, target, range == null ? ANY : range);
      } catch (IllegalArgumentException invalid) {
        throw corrupt(invalid.getMessage());
      }
    }

    private static OdometerException corrupt(@Nullable String why) {
      return new OdometerException(Errors.MODEL_CORRUPT, "the linear model: " + why);
    }
  }
}
