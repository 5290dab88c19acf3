// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

/** Says something if the process is told to stop before this is closed. */
final class Farewell implements AutoCloseable {
  private final Thread hook;

  Farewell(Runnable words) {
    hook = new Thread(words, "farewell");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // It is being said.
    }
  }
}
