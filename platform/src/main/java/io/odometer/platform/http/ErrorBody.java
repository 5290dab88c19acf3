// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import org.jspecify.annotations.Nullable;

/** What a client is told of an error; absent fields are left out. */
record ErrorBody(
    String error, String message, @Nullable Integer row, @Nullable String field, String requestId) {
  static ErrorBody of(String error, String message, String requestId) {
    return new ErrorBody(error, message, null, null, requestId);
  }
}
