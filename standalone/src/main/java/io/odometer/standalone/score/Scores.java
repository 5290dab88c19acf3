// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import io.odometer.platform.store.S3ObjectStore;
import io.odometer.standalone.client.ApiClient;
import io.odometer.standalone.client.Patience;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;

/** Scores a file on a running system. */
public final class Scores {
  private static final Duration SILENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private Scores() {}

  /**
   * Returns when the scored file is here; throws what says why it is not.
   *
   * @param terminal whether a person watches, so that lines can be written over
   */
  public static void run(
      ScoreRequest request, ScoreTarget target, PrintStream out, boolean terminal) {
    target.requireStore();
    try (var client = HttpClient.newHttpClient();
        var store = new S3ObjectStore(target.store())) {
      var control = new ApiClient(client, target.control(), target.token());
      var display = ProgressDisplay.on(out, terminal);
      new ScoreRun(request, store, control, new Patience(SILENCE, PAUSE), display, out).run();
    }
  }
}
