// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.xgboost;

import io.odometer.core.project.Algorithm;
import io.odometer.learners.parameter.Kind;
import io.odometer.learners.parameter.Parameter;
import io.odometer.learners.parameter.ParameterTable;
import java.util.List;
import java.util.Map;

/**
 * XGBoost's hyperparameters by its own names, with the ranges of SageMaker's container. The
 * defaults are ours: a moderate learning rate, many rounds and early stopping.
 */
final class XgBoostParameters {
  private static final int ANY = Integer.MAX_VALUE;

  private static final String SERVED_BY_SUM =
      "only boosters and objectives that the evaluator adds"
          + " up exactly as XGBoost does are taken";

  static final ParameterTable TABLE =
      new ParameterTable(
          Algorithm.XGBOOST,
          List.of(
              Parameter.of(
                  "num_round",
                  Kind.integer(1, ANY),
                  600,
                  "num_boost_round",
                  "num_rounds",
                  "n_estimators"),
              Parameter.of("early_stopping_rounds", Kind.integer(0, ANY), 30),
              Parameter.of("eta", Kind.number(0, 1), 0.15, "learning_rate"),
              Parameter.of("max_depth", Kind.integer(0, ANY), 7),
              Parameter.of("min_child_weight", Kind.atLeast(0), 2.0),
              Parameter.of("subsample", Kind.above(0, 1), 0.8),
              Parameter.of("colsample_bytree", Kind.above(0, 1), 0.8),
              Parameter.of("colsample_bylevel", Kind.above(0, 1), 1.0),
              Parameter.of("colsample_bynode", Kind.above(0, 1), 1.0),
              Parameter.of("gamma", Kind.atLeast(0), 0.0, "min_split_loss"),
              Parameter.of("lambda", Kind.atLeast(0), 1.0, "reg_lambda"),
              Parameter.of("alpha", Kind.atLeast(0), 0.0, "reg_alpha"),
              Parameter.of("max_delta_step", Kind.atLeast(0), 0.0),
              Parameter.of(
                  "objective",
                  Kind.oneOf(
                      "reg:squarederror",
                      "reg:linear",
                      "reg:absoluteerror",
                      "reg:pseudohubererror",
                      "reg:squaredlogerror"),
                  "reg:squarederror"),
              Parameter.optional("huber_slope", Kind.above(0)),
              Parameter.of(
                  "eval_metric", Kind.someOf("rmse", "mae", "mape", "rmsle", "mphe"), "rmse"),
              Parameter.optional("base_score", Kind.number(-Float.MAX_VALUE, Float.MAX_VALUE)),
              Parameter.of("booster", Kind.oneOf("gbtree"), "gbtree"),
              Parameter.of("device", Kind.oneOf("cpu"), "cpu"),
              Parameter.of("tree_method", Kind.oneOf("auto", "exact", "approx", "hist"), "hist"),
              Parameter.of("grow_policy", Kind.oneOf("depthwise", "lossguide"), "depthwise"),
              Parameter.of("max_leaves", Kind.integer(0, ANY), 0),
              Parameter.of("max_bin", Kind.integer(2, ANY), 256),
              Parameter.of("num_parallel_tree", Kind.integer(1, ANY), 1),
              Parameter.of("scale_pos_weight", Kind.above(0), 1.0),
              Parameter.optional(
                  "monotone_constraints",
                  Kind.any("-1, 0 or 1 a feature: an object by name, or a list in order")),
              Parameter.optional(
                  "interaction_constraints",
                  Kind.any("lists of features, by name or index, that may share a path")),
              Parameter.optional("nthread", Kind.integer(1, 1024), "n_jobs"),
              Parameter.optional("seed", Kind.integer(Integer.MIN_VALUE, ANY), "random_state"),
              Parameter.of("verbosity", Kind.integer(0, 3), 0)),
          Map.ofEntries(
              Map.entry("csv_weights", "rows have no weights here"),
              Map.entry("sketch_eps", "XGBoost dropped it; see max_bin"),
              Map.entry("updater", "it follows from tree_method"),
              Map.entry("process_type", "models are made anew, never updated"),
              Map.entry("refresh_leaf", "models are made anew, never updated"),
              Map.entry("tweedie_variance_power", SERVED_BY_SUM),
              Map.entry("sample_type", SERVED_BY_SUM),
              Map.entry("normalize_type", SERVED_BY_SUM),
              Map.entry("rate_drop", SERVED_BY_SUM),
              Map.entry("one_drop", SERVED_BY_SUM),
              Map.entry("skip_drop", SERVED_BY_SUM),
              Map.entry("_kfold", "the validation rows are the project's split"),
              Map.entry("_num_cv_round", "the validation rows are the project's split"),
              Map.entry("_tuning_objective_metric", "there is no tuning job here"),
              Map.entry("save_model_on_termination", "a step that was cut off is run again")));

  private XgBoostParameters() {}
}
