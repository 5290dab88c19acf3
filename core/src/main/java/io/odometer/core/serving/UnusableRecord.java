// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

/** A record that an endpoint cannot predict. Bad data is full of them, so they bear no stack. */
public final class UnusableRecord extends RuntimeException {
  private final String field;

  /**
   * @param field empty when it is the record as a whole
   * @param why goes on after the field's name
   */
  public UnusableRecord(String field, String why) {
    super((field.isEmpty() ? "it" : field) + " " + why, null, false, false);
    this.field = field;
  }

  /** No member has anything to say of it. */
  public static UnusableRecord notFinite() {
    return new UnusableRecord("", "is predicted to be no finite number by every model");
  }

  public String field() {
    return field;
  }
}
