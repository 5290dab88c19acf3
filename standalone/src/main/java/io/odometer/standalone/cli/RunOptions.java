// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.cli;

import io.odometer.core.json.Json;
import io.odometer.data.Sample;
import io.odometer.standalone.StandaloneSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where to run: the same for every command. */
final class RunOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "keeps everything (default: ${DEFAULT-VALUE})")
  private Path data = Path.of(".odometer");

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "of the inference API (default: ${DEFAULT-VALUE})")
  private int port = 8080;

  @Option(
      names = "--control-port",
      paramLabel = "P",
      description = "of the control API (default: ${DEFAULT-VALUE})")
  private int controlPort = 8090;

  @Option(
      names = "--s3-port",
      paramLabel = "P",
      description = "of the S3 store (default: ${DEFAULT-VALUE})")
  private int s3Port = 9000;

  @Option(
      names = "--kafka-port",
      paramLabel = "P",
      description = "of the Kafka broker (default: ${DEFAULT-VALUE})")
  private int kafkaPort = 9092;

  Path data() {
    return data;
  }

  /** By the flag that sets them. */
  Map<String, Integer> ports() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("--port", port);
    ports.put("--control-port", controlPort);
    ports.put("--s3-port", s3Port);
    ports.put("--kafka-port", kafkaPort);
    return ports;
  }

  /** With the sample's project there from the start, unless the user names projects. */
  StandaloneSettings settings(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    Sample sample = Sample.shipped();
    all.putIfAbsent("ODOMETER_PROJECTS", Json.text(Map.of(sample.project(), sample.settings())));
    return new StandaloneSettings(data, port, controlPort, s3Port, kafkaPort, all);
  }
}
