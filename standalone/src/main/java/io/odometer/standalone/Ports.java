// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine's loopback address. */
public final class Ports {
  public static final String HOST = "127.0.0.1";

  private Ports() {}

  /** A port that nobody listens on now; for servers that must know their port beforehand. */
  public static int free() {
    try (var socket = bound(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on " + HOST, e);
    }
  }

  /** Whether a server could listen on it now; port 0 always is. */
  public static boolean isFree(int port) {
    try (var socket = bound(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /**
   * Fails with {@code Port.InUse}, naming the port and who wants it, when somebody listens on it.
   */
  public static void requireFree(int port, String wantedBy) {
    try (var socket = bound(port)) {
      assert socket.isBound();
    } catch (IOException e) {
      throw new OdometerException(
          Errors.PORT_IN_USE,
          "port %d on %s, wanted by %s, cannot be used: %s"
              .formatted(port, HOST, wantedBy, e.getMessage()),
          e);
    }
  }

  private static ServerSocket bound(int port) throws IOException {
    var socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
