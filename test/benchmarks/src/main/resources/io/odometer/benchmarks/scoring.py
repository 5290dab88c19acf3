# SPDX-License-Identifier: Apache-2.0
"""Trains on one table, scores another with pandas and XGBoost, and prints rows a second of the scoring alone."""

import sys
import time

import pandas
import xgboost

training, target, rows, output = sys.argv[1:]

table = pandas.read_csv(training)
texts = [column for column in table.columns if column != target and not pandas.api.types.is_numeric_dtype(table[column])]
types = {column: pandas.CategoricalDtype(table[column].unique()) for column in texts}
features = [column for column in table.columns if column != target]
model = xgboost.XGBRegressor(n_estimators=100, max_depth=6, tree_method="hist", enable_categorical=True)
label = pandas.to_numeric(table[target].astype(str).str.replace(r"[^0-9.]", "", regex=True))
model.fit(table[features].astype(types), label)

began = time.monotonic()
scored = pandas.read_csv(rows)
scored["prediction"] = model.predict(scored[features].astype(types))
scored.to_csv(output, index=False)
print(len(scored) / (time.monotonic() - began))
