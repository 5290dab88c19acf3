// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.lifecycle;

/**
 * A part of the system that runs until closed. {@link #start} returns when the service has begun,
 * not when it is ready.
 */
public interface Service extends AutoCloseable {
  String name();

  void start();

  /** Would work succeed now? Never throws, answers within a second. */
  Health check();

  /** Finishes or hands back what is under way, within a limit; safe to call twice. */
  @Override
  void close();
}
