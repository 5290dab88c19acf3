// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import io.javalin.http.Context;
import io.odometer.platform.http.HttpProblem;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client calls its request and says of it, by SageMaker's headers and within SageMaker's
 * limits.
 */
record ClientMarks(Optional<String> inferenceId, Optional<String> customAttributes) {
  static final String INFERENCE_ID = "X-Amzn-SageMaker-Inference-Id";
  private static final String CUSTOM_ATTRIBUTES = "X-Amzn-SageMaker-Custom-Attributes";
  private static final Pattern ID = Pattern.compile("[!-~][ -~]{0,63}");
  private static final Pattern ATTRIBUTES = Pattern.compile("[ -~]{0,1024}");

  /**
   * @throws HttpProblem 400 as SageMaker has it, naming the header that does not hold
   */
  static ClientMarks of(Context context) {
    return new ClientMarks(
        header(context, INFERENCE_ID, ID, "1 to 64 printable characters, the first no blank"),
        header(context, CUSTOM_ATTRIBUTES, ATTRIBUTES, "at most 1024 visible ASCII characters"));
  }

  private static Optional<String> header(
      Context context, String name, Pattern pattern, String expected) {
    Optional<String> value = Optional.ofNullable(context.header(name));
    if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
      throw HttpProblem.badRequest("%s has %s".formatted(name, expected));
    }
    return value;
  }
}
