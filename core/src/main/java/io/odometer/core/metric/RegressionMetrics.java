// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.metric;

/** Errors of predictions against the truth, on the label's own scale, over {@code rows} rows. */
public record RegressionMetrics(double rmse, double mae, double mse, double r2, long rows) {}
