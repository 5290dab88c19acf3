// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.answer;

/** A body and its type. */
public record Answer(String contentType, byte[] body) {}
