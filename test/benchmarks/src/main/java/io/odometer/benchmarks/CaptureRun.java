// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.json.Json;
import io.odometer.core.message.Topics;
import io.odometer.platform.kafka.BulkProducer;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.standalone.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;

/**
 * What capture costs those who wait for predictions: rounds of {@code /predict} with every request
 * captured and with none in turn, at 80 % of the most that the server answers while it captures. A
 * real broker takes the records, in a process of its own.
 */
final class CaptureRun implements AutoCloseable {
  private static final int CONNECTIONS = 32;
  private static final int SECONDS = 2;
  private static final int WARM_UP = 6;
  private static final int ROUNDS = 15;
  private static final int RECORDS = 1_000;
  private static final double LOAD = 0.8;
  private static final int UNDER_WAY = 8 << 20;

  /** What a round showed. */
  private record Round(double rate, double micros) {
    static Round of(String line) {
      String[] numbers = line.split(" ", -1);
      return new Round(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }
  }

  private final BulkProducer producer;
  private final LongAdder captured = new LongAdder();
  private volatile double share;

  private CaptureRun(String broker) {
    producer =
        new BulkProducer(new KafkaSettings(broker, 1, 1), Topics.CAPTURES, "benchmark", UNDER_WAY);
  }

  static List<Measurement> measure() throws Exception {
    SampleModels models = SampleModels.train();
    List<Map<String, JsonNode>> records = SampleModels.records(RECORDS, 5);
    InMemoryObjectStore store = new InMemoryObjectStore();
    Path folder = Files.createTempDirectory("odometer-capture");
    Path file = Files.write(folder.resolve("records"), records.stream().map(Json::text).toList());
    try (LoadProcess broker = broker(folder.resolve("kafka"));
        CaptureRun run = new CaptureRun(broker.hear());
        SampleServer server = run.server(store)) {
      server.start(new PublishedModels(store, Instant.now()).publish(models, records));
      try (LoadProcess load = load(server, file)) {
        return run.rounds(load);
      }
    }
  }

  private static LoadProcess broker(Path folder) throws IOException {
    return new LoadProcess(BrokerProcess.class, folder.toString(), Integer.toString(Ports.free()));
  }

  private static LoadProcess load(SampleServer server, Path records) throws IOException {
    return new LoadProcess(
        PacedLoad.class,
        server.uri().resolve("/predict").toString(),
        records.toString(),
        Integer.toString(CONNECTIONS),
        Integer.toString(SECONDS));
  }

  private SampleServer server(InMemoryObjectStore store) {
    return new SampleServer(store, new SampleServer.CaptureTarget(_ -> share, this::send));
  }

  private CompletableFuture<Void> send(String endpoint, byte[] value) {
    captured.increment();
    return producer.send(endpoint, value);
  }

  private List<Measurement> rounds(LoadProcess load) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      round(load, i % 2, 0);
    }
    List<Round> fullOn = new ArrayList<>();
    List<Round> fullOff = new ArrayList<>();
    for (int i = 0; i < WARM_UP; i++) {
      fullOn.add(round(load, 1, 0));
      fullOff.add(round(load, 0, 0));
    }
    double most = median(fullOn.stream().map(Round::rate).toList());
    List<Round> on = new ArrayList<>();
    List<Round> off = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      on.add(round(load, 1, LOAD * most));
      off.add(round(load, 0, LOAD * most));
    }
    return List.of(
        measurement(
            "capture-p99",
            "us",
            on.stream().map(Round::micros).toList(),
            off.stream().map(Round::micros).toList()),
        measurement(
            "capture-throughput",
            "requests/s",
            fullOn.stream().map(Round::rate).toList(),
            fullOff.stream().map(Round::rate).toList()));
  }

  private static Measurement measurement(
      String name, String unit, List<Double> on, List<Double> off) {
    return new Measurement(name, median(on), unit, "the same without capture", median(off));
  }

  private Round round(LoadProcess load, double captureShare, double rate) throws IOException {
    share = captureShare;
    captured.reset();
    Round round = Round.of(load.ask(Double.toString(rate)));
    System.err.printf(
        "capture %.0f, asked for %.0f/s: %.0f/s, p99 %.0f us, %d captured%n",
        captureShare, rate, round.rate(), round.micros(), captured.sum());
    return round;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  @Override
  public void close() {
    producer.close();
  }
}
