// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that loads a server: posts the records that it reads from standard input, a line each,
 * to one path after the other, and prints the requests answered a second in every round. One thread
 * with a selector, requests encoded beforehand, so that the server gets the machine.
 */
final class LoadGenerator implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Selector selector;
  private final List<Connection> connections;

  private LoadGenerator(Selector selector, List<Connection> connections) {
    this.selector = selector;
    this.connections = connections;
  }

  /** Server's URI, connections, seconds a round, rounds, paths. */
  public static void main(String[] arguments) throws IOException {
    URI server = URI.create(arguments[0]);
    int connections = Integer.parseInt(arguments[1]);
    Duration round = Duration.ofSeconds(Integer.parseInt(arguments[2]));
    int rounds = Integer.parseInt(arguments[3]);
    List<String> paths = List.of(arguments).subList(4, arguments.length);
    List<String> records =
        new String(System.in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < rounds; i++) {
      for (String path : paths) {
        try (LoadGenerator load = connect(server.resolve(path), connections, records)) {
          print(System.out, load.run(round));
        }
      }
    }
  }

  private static void print(PrintStream out, double rate) {
    out.println(rate);
    out.flush();
  }

  private static LoadGenerator connect(URI target, int count, List<String> records)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(target.getHost(), target.getPort());
    byte[][] requests =
        records.stream().map(record -> request(target, record)).toArray(byte[][]::new);
    Selector selector = Selector.open();
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      connections.add(new Connection(address, selector, requests, i * requests.length / count));
    }
    return new LoadGenerator(selector, connections);
  }

  static byte[] request(URI target, String record) {
    byte[] body = record.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(target.getPath(), target.getAuthority(), body.length);
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[start.length + body.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(body, 0, request, start.length, body.length);
    return request;
  }

  /** Answers a second. */
  private double run(Duration round) throws IOException {
    for (Connection connection : connections) {
      connection.send();
    }
    long start = System.nanoTime();
    long end = start + round.toNanos();
    long answers = 0;
    while (System.nanoTime() < end) {
      if (selector.select(PATIENCE.toMillis()) == 0) {
        throw new IOException("no answer within " + PATIENCE.toSeconds() + " s");
      }
      for (SelectionKey key : selector.selectedKeys()) {
        Connection connection = (Connection) key.attachment();
        if (connection.receive()) {
          answers++;
          connection.send();
        }
      }
      selector.selectedKeys().clear();
    }
    return answers * 1e9 / (System.nanoTime() - start);
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.close();
    }
    selector.close();
  }
}
