// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A process that posts records at a rate: for each line of standard input, the requests a second,
 * it loads the server for a round and prints the answers a second and the 99th percentile of the
 * latency in microseconds. What waits for a free connection waits within its latency. A rate of 0
 * is as fast as answers come.
 */
final class PacedLoad {
  private static final int PATIENCE = 10_000;

  private final Selector selector;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final Deque<Long> waiting = new ArrayDeque<>();
  private long[] latencies = new long[1 << 20];
  private int answers;

  private PacedLoad(Selector selector) {
    this.selector = selector;
  }

  /** Target's URI, file of records, connections, seconds a round. */
  public static void main(String[] arguments) throws IOException {
    URI target = URI.create(arguments[0]);
    List<String> records = Files.readAllLines(Path.of(arguments[1]));
    int connections = Integer.parseInt(arguments[2]);
    Duration round = Duration.ofSeconds(Integer.parseInt(arguments[3]));
    PacedLoad load = new PacedLoad(Selector.open());
    load.connect(target, records, connections);
    try (BufferedReader rates =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String rate = rates.readLine(); rate != null; rate = rates.readLine()) {
        System.out.println(load.run(Double.parseDouble(rate), round));
        System.out.flush();
      }
    }
  }

  private void connect(URI target, List<String> records, int connections) throws IOException {
    byte[][] requests =
        records.stream()
            .map(record -> LoadGenerator.request(target, record))
            .toArray(byte[][]::new);
    InetSocketAddress address = new InetSocketAddress(target.getHost(), target.getPort());
    for (int i = 0; i < connections; i++) {
      int first = i * requests.length / connections;
      idle.add(new Connection(address, selector, requests, first));
    }
  }

  private String run(double rate, Duration round) throws IOException {
    answers = 0;
    long start = System.nanoTime();
    long end = start + round.toNanos();
    long begun = 0;
    for (long now = start; now < end; now = System.nanoTime()) {
      long due = rate == 0 ? begun + idle.size() : (long) ((now - start) / 1e9 * rate);
      for (; begun < due; begun++) {
        waiting.add(now);
      }
      send();
      receive(rate == 0 ? PATIENCE : 1);
    }
    int counted = answers;
    double seconds = (System.nanoTime() - start) / 1e9;
    finish();
    Arrays.sort(latencies, 0, answers);
    return "%.1f %.1f".formatted(counted / seconds, latencies[answers * 99 / 100] / 1e3);
  }

  private void send() throws IOException {
    while (!waiting.isEmpty() && !idle.isEmpty()) {
      idle.poll().send((long) waiting.poll());
    }
  }

  private void receive(int patience) throws IOException {
    selector.select(patience);
    for (SelectionKey key : selector.selectedKeys()) {
      Connection connection = (Connection) key.attachment();
      if (connection.receive()) {
        keep(System.nanoTime() - connection.due());
        idle.add(connection);
      }
    }
    selector.selectedKeys().clear();
  }

  private void keep(long latency) {
    if (answers == latencies.length) {
      latencies = Arrays.copyOf(latencies, 2 * answers);
    }
    latencies[answers++] = latency;
  }

  /** All that was begun is answered. */
  private void finish() throws IOException {
    int connections = selector.keys().size();
    while (!waiting.isEmpty() || idle.size() < connections) {
      send();
      receive(PATIENCE);
    }
  }
}
