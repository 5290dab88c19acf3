// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.store;

import java.io.OutputStream;

/**
 * An object on its way to the store. It appears when it is finished; closing an unfinished one
 * leaves nothing. For one thread.
 *
 * <p>Whatever the store refuses is thrown as {@link io.odometer.core.error.OdometerException}, as
 * {@link ObjectStore} says.
 */
public abstract class ObjectWriter extends OutputStream {
  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public abstract void write(byte[] bytes, int offset, int length);

  /** Makes the object appear, if the condition of the writer holds now. */
  public abstract ObjectInfo finish();

  /** Abandons what is not finished. */
  @Override
  public abstract void close();
}
