// SPDX-License-Identifier: Apache-2.0
/** Parquet files, turned into CSV to be scored and back; nobody else sees DuckDB. */
@NullMarked
package io.odometer.scorer.parquet;

import org.jspecify.annotations.NullMarked;
