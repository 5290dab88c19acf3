// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import io.odometer.data.Sample;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.standalone.Standalone;
import io.odometer.standalone.client.ApiClient;
import io.odometer.standalone.client.Patience;
import io.odometer.standalone.score.ScoreHint;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** Runs the demo against a standalone instance. */
public final class Demos {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private Demos() {}

  /**
   * Returns when all of it went well; throws what says what did not.
   *
   * @param data the folder of the instance
   */
  public static void run(Standalone standalone, Path data, PrintStream out) {
    var addresses = standalone.addresses();
    var token = standalone.token();
    try (var client = HttpClient.newHttpClient();
        var store = new S3ObjectStore(standalone.store())) {
      var sample = Sample.shipped();
      var control = new ApiClient(client, addresses.control(), token);
      var api = new ApiClient(client, addresses.api(), token);
      var hint = ScoreHint.line("data/" + sample.table(), sample.project(), addresses, data);
      var patience = new Patience(LIMIT, PAUSE);
      new Demo(
              sample,
              store,
              control,
              api,
              patience,
              new Scoring(sample, store, control, hint, out),
              new Watching(
                  sample,
                  store,
                  control,
                  new Traffic(sample, api),
                  patience,
                  new Outbox(data.resolve("outbox")),
                  new Random(),
                  out),
              out)
          .run();
    }
  }
}
