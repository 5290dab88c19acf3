// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone;

import io.odometer.standalone.store.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the services read their settings from: the user's environment, with the embedded broker and
 * store laid over it. This is all that makes them standalone.
 */
record ServiceEnvironment(
    Map<String, String> user, Path data, String kafka, URI store, Credentials credentials) {

  /** Mails lie there for people to open, unless there is a server to send them by. */
  static final String OUTBOX = "outbox";

  /** For a service that listens on this port. */
  Map<String, String> of(int port) {
    Map<String, String> settings = new HashMap<>();
    settings.put("ODOMETER_RECONCILE_INTERVAL", "2s");
    settings.put("ODOMETER_KAFKA_PARTITIONS", "2");
    settings.put("ODOMETER_SCORER_THREADS", String.valueOf(halfOfCores()));
    settings.put("ODOMETER_CAPTURE_ROLL", "3s");
    settings.put("ODOMETER_OUTBOX", data.resolve(OUTBOX).toString());
    settings.putAll(user);
    settings.remove("AWS_ACCESS_KEY_ID_FILE");
    settings.remove("AWS_SECRET_ACCESS_KEY_FILE");
    settings.put("ODOMETER_KAFKA_BOOTSTRAP_SERVERS", kafka);
    settings.put("ODOMETER_KAFKA_REPLICATION", "1");
    settings.put("ODOMETER_S3_ENDPOINT", store.toString());
    settings.put("AWS_ACCESS_KEY_ID", credentials.accessKey());
    settings.put("AWS_SECRET_ACCESS_KEY", credentials.secretKey());
    settings.put("ODOMETER_HTTP_PORT", String.valueOf(port));
    return settings;
  }

  /** Predictions and training go on beside a large file that is scored. */
  private static int halfOfCores() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }
}
