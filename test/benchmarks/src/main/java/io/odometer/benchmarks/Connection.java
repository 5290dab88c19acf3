// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One kept-alive connection, one request under way at a time. For one thread. */
final class Connection implements AutoCloseable {
  private static final int LARGEST_ANSWER = 1 << 14;
  private static final String LENGTH = "\r\nContent-Length: ";

  private final SocketChannel channel;
  private final byte[][] requests;
  private final ByteBuffer answer = ByteBuffer.allocate(LARGEST_ANSWER);
  private int next;
  private long due;

  /**
   * @param first which request comes first, so that connections do not all send the same
   */
  Connection(InetSocketAddress address, Selector selector, byte[][] requests, int first)
      throws IOException {
    this.requests = requests;
    this.next = first;
    channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Sends a request that should have been sent at that time. */
  void send(long dueTime) throws IOException {
    due = dueTime;
    send();
  }

  long due() {
    return due;
  }

  /** A request is far smaller than the socket's buffer, which is empty after each answer. */
  void send() throws IOException {
    ByteBuffer request = ByteBuffer.wrap(requests[next]);
    next = (next + 1) % requests.length;
    channel.write(request);
    if (request.hasRemaining()) {
      throw new IOException("the socket's buffer does not take a request");
    }
  }

  /**
   * Whether the answer is complete.
   *
   * @throws IOException unless it is a success
   */
  boolean receive() throws IOException {
    if (channel.read(answer) < 0) {
      throw new IOException("the server closed the connection");
    }
    String text = new String(answer.array(), 0, answer.position(), ISO_8859_1);
    int head = text.indexOf("\r\n\r\n");
    if (head < 0 || text.length() < head + 4 + length(text.substring(0, head + 2))) {
      return false;
    }
    if (!text.startsWith("HTTP/1.1 200 ")) {
      throw new IOException("not a success: " + text);
    }
    answer.clear();
    return true;
  }

  /** As our server spells it: letters of any case would cost time that the server needs. */
  private static int length(String head) throws IOException {
    int at = head.indexOf(LENGTH);
    if (at < 0) {
      throw new IOException("an answer without length: " + head);
    }
    int start = at + LENGTH.length();
    return Integer.parseInt(head.substring(start, head.indexOf('\r', start)));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
