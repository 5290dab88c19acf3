// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.store;

/**
 * When a write may happen. A condition that does not hold fails with {@code Store.Precondition} and
 * writes nothing.
 */
public sealed interface PutCondition {
  /** Always. */
  record Always() implements PutCondition {}

  /** Only when the key holds nothing; of several writers at once exactly one wins. */
  record IfAbsent() implements PutCondition {}

  /** Only when the key still holds the version with this etag. */
  record IfMatch(String etag) implements PutCondition {}
}
