// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.learner.FeatureForm;
import io.odometer.core.learner.FeatureMatrix;
import io.odometer.core.schema.Column;
import io.odometer.core.schema.ColumnType;
import io.odometer.core.schema.TypedTable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Fits the encoders of every column to training rows. */
final class FeatureFitter {
  private final TypedTable training;
  private final FeatureForm form;
  private final NumberFitter numbers;
  private final CategoryFitter categories;
  private final LabelMeanFitter labelMeans;
  private final List<FeatureEncoder> encoders = new ArrayList<>();
  private final IdentityHashMap<FeatureEncoder, LabelMeanFitter.Fitted> ownLabelHidden =
      new IdentityHashMap<>();

  FeatureFitter(TypedTable training, FeatureForm form, long seed) {
    this.training = training;
    this.form = form;
    this.numbers = new NumberFitter(training);
    this.categories = new CategoryFitter(training, form);
    this.labelMeans = new LabelMeanFitter(training, seed);
  }

  FittedFeatures fit() {
    List<Column> columns = training.schema().columns();
    for (int column = 0; column < columns.size(); column++) {
      fit(column, columns.get(column));
    }
    if (encoders.isEmpty()) {
      throw new OdometerException(
          Errors.SCHEMA_NO_FEATURES, "every column has one value only among the training rows");
    }
    FeaturePipeline pipeline = new FeaturePipeline(training.schema(), form, encoders);
    FeatureMatrix matrix = pipeline.encode(training);
    hideOwnLabels(matrix);
    return new FittedFeatures(pipeline, matrix);
  }

  private void fit(int column, Column facts) {
    switch (facts.type()) {
      case DATE -> fitDate(column);
      case NUMBER -> fitNumber(column, facts);
      case CATEGORY, TEXT -> {
        fitNumber(column, facts);
        fitName(column, facts);
      }
    }
  }

  private void fitDate(int column) {
    switch (form) {
      case TREE -> numbers.date(column).ifPresent(encoders::add);
      case LINEAR -> numbers.scaledDate(column).ifPresent(encoders::add);
    }
  }

  private void fitNumber(int column, Column facts) {
    if (facts.numbers() == null) {
      return;
    }
    for (int part = 0; part < facts.numbers().parts().size(); part++) {
      switch (form) {
        case TREE -> encoders.add(new RawNumber(column, part));
        case LINEAR -> encoders.addAll(numbers.scaled(column, part));
      }
    }
    if (facts.type() == ColumnType.NUMBER && facts.numbers().units().size() > 1) {
      categories.oneHot(column).ifPresent(encoders::add);
    }
  }

  private void fitName(int column, Column facts) {
    boolean few = categories.distinct(column) <= categories.mostFeatures();
    boolean text = facts.type() == ColumnType.TEXT;
    if (few || form == FeatureForm.LINEAR) {
      categories.oneHot(column).ifPresent(encoders::add);
    }
    if (!few && form == FeatureForm.TREE) {
      encoders.add(categories.frequency(column));
    }
    if (!few || text) {
      LabelMeanFitter.Fitted fitted = labelMeans.fit(column, text ? 3 : 1, form);
      encoders.add(fitted.encoder());
      ownLabelHidden.put(fitted.encoder(), fitted);
    }
  }

  /** Overwrites features made from labels by what they would be without the row's own. */
  private void hideOwnLabels(FeatureMatrix matrix) {
    int offset = 0;
    for (FeatureEncoder encoder : encoders) {
      LabelMeanFitter.Fitted fitted = ownLabelHidden.get(encoder);
      if (fitted != null) {
        fitted.write(matrix, offset);
      }
      offset += encoder.names(training.schema()).size();
    }
  }
}
