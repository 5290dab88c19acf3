// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.linear;

import io.odometer.core.project.Algorithm;
import io.odometer.learners.parameter.Kind;
import io.odometer.learners.parameter.Parameter;
import io.odometer.learners.parameter.ParameterTable;
import java.util.List;
import java.util.Map;

/**
 * The linear learner minimises {@code RSS / 2n + lambda * (l1_ratio * |b| + (1 - l1_ratio) / 2 *
 * |b|²)} over standardised features and target. {@code lambda} and {@code target} are chosen on the
 * validation rows unless set.
 */
final class LinearParameters {
  static final String RIDGE = "ridge";
  static final String LASSO = "lasso";
  static final String ELASTIC_NET = "elastic_net";

  private static final String CLOSED_FORM = "the model is solved, not approached step by step";
  private static final String SQUARED = "the loss is the squared one";
  private static final String PIPELINE = "the feature pipeline scales";

  static final ParameterTable TABLE =
      new ParameterTable(
          Algorithm.LINEAR,
          List.of(
              Parameter.of("penalty", Kind.oneOf(RIDGE, LASSO, ELASTIC_NET), RIDGE),
              Parameter.optional("lambda", Kind.number(0, 1e6), "reg_lambda", "alpha"),
              Parameter.of("l1_ratio", Kind.number(0, 1), 0.5),
              Parameter.of("target", Kind.oneOf("auto", "identity", "log"), "auto"),
              Parameter.of("predictor_type", Kind.oneOf("regressor"), "regressor"),
              Parameter.of("loss", Kind.oneOf("auto", "squared_loss"), "squared_loss")),
          Map.ofEntries(
              Map.entry("mini_batch_size", CLOSED_FORM),
              Map.entry("epochs", CLOSED_FORM),
              Map.entry("optimizer", CLOSED_FORM),
              Map.entry("learning_rate", CLOSED_FORM),
              Map.entry("momentum", CLOSED_FORM),
              Map.entry("beta_1", CLOSED_FORM),
              Map.entry("beta_2", CLOSED_FORM),
              Map.entry("early_stopping_patience", CLOSED_FORM),
              Map.entry("early_stopping_tolerance", CLOSED_FORM),
              Map.entry("num_models", "lambda is chosen on the validation rows"),
              Map.entry("wd", "see penalty and lambda"),
              Map.entry("l1", "see penalty and lambda"),
              Map.entry("normalize_data", PIPELINE),
              Map.entry("normalize_label", PIPELINE),
              Map.entry("quantile", SQUARED),
              Map.entry("huber_delta", SQUARED),
              Map.entry("loss_insensitivity", SQUARED)));

  private LinearParameters() {}
}
