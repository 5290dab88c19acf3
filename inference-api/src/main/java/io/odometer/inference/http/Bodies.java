// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import io.javalin.http.Context;
import io.odometer.platform.http.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads bodies up to a limit, whether or not their length was told beforehand. */
final class Bodies {
  /** As SageMaker's endpoints have it. */
  static final int LIMIT = 6 << 20;

  /** So much of a body that is too large is read all the same, so that the client hears why. */
  private static final long DRAINED = 32L << 20;

  private Bodies() {}

  static byte[] read(Context context) {
    try (InputStream stream = context.bodyInputStream()) {
      byte[] body = context.contentLength() > LIMIT ? new byte[0] : stream.readNBytes(LIMIT + 1);
      if (context.contentLength() > LIMIT || body.length > LIMIT) {
        drain(stream);
        throw tooLarge();
      }
      return body;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void drain(InputStream stream) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long drained = 0;
    int read = stream.read(buffer);
    while (read >= 0 && drained < DRAINED) {
      drained += read;
      read = stream.read(buffer);
    }
  }

  private static HttpProblem tooLarge() {
    return new HttpProblem(
        413,
        "PayloadTooLarge",
        "a body has at most 6 MiB: send several, or drop a file for scoring",
        OptionalInt.empty(),
        Optional.empty());
  }
}
