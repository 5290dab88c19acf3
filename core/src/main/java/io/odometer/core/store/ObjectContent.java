// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.store;

import java.io.IOException;
import java.io.InputStream;

/** An object being read: close it. The info and the bytes are of the same version. */
public record ObjectContent(ObjectInfo info, InputStream stream) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    stream.close();
  }
}
