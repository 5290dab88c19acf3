// SPDX-License-Identifier: Apache-2.0
/** XGBoost behind core's learner port. */
@NullMarked
package io.odometer.learners.xgboost;

import org.jspecify.annotations.NullMarked;
