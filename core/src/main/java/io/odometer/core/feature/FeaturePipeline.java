// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.learner.FeatureForm;
import io.odometer.core.learner.FeatureMatrix;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.TypedTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns typed rows into features, the same in training and serving. Immutable, safe for use by many
 * threads; JSON is its stored form.
 */
public final class FeaturePipeline {
  private final Schema schema;
  private final FeatureForm form;
  private final List<FeatureEncoder> encoders;
  private final FeatureEncoder[] steps;
  private final int[] offsets;
  private final List<String> names;

  @JsonCreator
  FeaturePipeline(
      @JsonProperty("schema") Schema schema,
      @JsonProperty("form") FeatureForm form,
      @JsonProperty("encoders") List<FeatureEncoder> encoders) {
    this.schema = schema;
    this.form = form;
    this.encoders = List.copyOf(encoders);
    this.steps = encoders.toArray(FeatureEncoder[]::new);
    this.offsets = new int[steps.length];
    List<String> all = new ArrayList<>();
    for (int i = 0; i < steps.length; i++) {
      offsets[i] = all.size();
      all.addAll(steps[i].names(schema));
    }
    this.names = List.copyOf(all);
  }

  /**
   * Fits a pipeline to training rows.
   *
   * @param seed decides which rows' labels are hidden from which when categories are encoded by
   *     their labels
   */
  public static FittedFeatures fit(TypedTable training, FeatureForm form, long seed) {
    return new FeatureFitter(training, form, seed).fit();
  }

  /** One name a feature, such as {@code fuel=diesel} or {@code mileage}. */
  public List<String> names() {
    return names;
  }

  @JsonProperty
  public Schema schema() {
    return schema;
  }

  @JsonProperty
  public FeatureForm form() {
    return form;
  }

  @JsonProperty
  List<FeatureEncoder> encoders() {
    return encoders;
  }

  /** Writes one value a feature; allocates nothing. */
  public void encode(Row row, float[] features) {
    if (row.schema().fingerprint() != schema.fingerprint()) {
      throw new IllegalArgumentException("the row is of another schema than the pipeline");
    }
    for (int i = 0; i < steps.length; i++) {
      steps[i].encode(row, features, offsets[i]);
    }
  }

  /** The features of one column of the schema. */
  public ColumnFeatures column(int column) {
    return ColumnFeatures.of(column, steps, offsets, names.size());
  }

  private int size(TypedTable table) {
    long size = (long) table.rows() * names.size();
    if (size > Integer.MAX_VALUE - 8) {
      throw new OdometerException(
          Errors.DATA_TOO_LARGE,
          "%,d rows of %,d features are more than one matrix holds"
              .formatted(table.rows(), names.size()));
    }
    return (int) size;
  }

  /** How many columns of the row hold a name that no training row held. */
  public int countUnseen(Row row) {
    int unseen = 0;
    int last = -1;
    for (FeatureEncoder step : steps) {
      if (step.column() != last && step.unseen(row)) {
        unseen++;
        last = step.column();
      }
    }
    return unseen;
  }

  /** Encodes rows that were not used in fitting. */
  public FeatureMatrix encode(TypedTable table) {
    Row row = table.schema().newRow();
    float[] values = new float[size(table)];
    float[] features = new float[names.size()];
    for (int i = 0; i < table.rows(); i++) {
      table.fill(i, row);
      encode(row, features);
      System.arraycopy(features, 0, values, i * features.length, features.length);
    }
    return new FeatureMatrix(names, table.rows(), values);
  }
}
