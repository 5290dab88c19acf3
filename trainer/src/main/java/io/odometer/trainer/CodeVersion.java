// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer;

import java.util.Optional;

/** Which build of Odometer this is. */
final class CodeVersion {
  private CodeVersion() {}

  /** As the jar's manifest says; {@code development} when run from classes. */
  static String current() {
    return Optional.ofNullable(CodeVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
