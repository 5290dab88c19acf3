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
label = pandas.to_numeric(table[target].astype(str).str.replace(r"[^0-9.]", "", regex=True))
data = xgboost.QuantileDMatrix(table[features].astype(types), label, enable_categorical=True)
model = xgboost.train({"max_depth": 6, "tree_method": "hist"}, data, num_boost_round=100)

began = time.monotonic()
scored = pandas.read_csv(rows)
scored["prediction"] = model.inplace_predict(scored[features].astype(types))
scored.to_csv(output, index=False)
print(len(scored) / (time.monotonic() - began))
