// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.data.Sample;
import io.odometer.standalone.client.ApiClient;
import io.odometer.standalone.client.Patience;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Sends traffic, normal and then shifted, and shows what the monitor makes of it. */
final class Watching {
  private static final int ROWS = 600;

  private final Sample sample;
  private final ObjectStore store;
  private final ApiClient control;
  private final Traffic traffic;
  private final Patience patience;
  private final Outbox outbox;
  private final PrintStream out;
  private final Captures captures;
  private final Random random;

  Watching(
      Sample sample,
      ObjectStore store,
      ApiClient control,
      Traffic traffic,
      Patience patience,
      Outbox outbox,
      Random random,
      PrintStream out) {
    this.sample = sample;
    this.store = store;
    this.control = control;
    this.traffic = traffic;
    this.patience = patience;
    this.outbox = outbox;
    this.random = random;
    this.out = out;
    this.captures = new Captures(store, sample.project());
  }

  /**
   * @param follow shows an execution, which is called so, until it has ended well
   */
  void show(BiConsumer<String, String> follow) {
    List<Traffic.Served> served = send("as the models know it", sample.draw(ROWS, random));
    label(served);
    monitor(follow, "ok");
    Set<Path> before = outbox.mails();
    send("from a world that has changed", sample.shifted(sample.draw(ROWS, random), random));
    JsonNode found = monitor(follow, "drift");
    showAlarms(found.path("drift"));
    showPlaces(found, before);
    monitor(follow, "no new data");
  }

  private List<Traffic.Served> send(String how, List<SequencedMap<String, String>> rows) {
    patience.renew();
    long before = captures.count();
    out.printf("%nSending %d requests %s%n", rows.size(), how);
    List<Traffic.Served> served = traffic.send(rows);
    patience.await(
        "the requests to be captured",
        () -> captures.count() - before >= rows.size() ? Optional.of(true) : Optional.empty());
    out.printf("Captured in capture/%s/AllTraffic/%n", sample.project());
    return served;
  }

  /** What really happened becomes known later; here, at once. */
  private void label(List<Traffic.Served> served) {
    List<String> lines =
        new ArrayList<>(List.of("id," + sample.settings().path("target").asString()));
    served.forEach(one -> lines.add("%s,\"%s\"".formatted(one.id(), one.label())));
    ObjectKey key =
        new ObjectKey(
            Buckets.GROUND_TRUTH,
            "%s/labels-%08x.csv".formatted(sample.project(), random.nextInt()));
    byte[] csv = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    store.put(key, csv, new PutCondition.Always());
    out.printf("Dropped the true values in %s%n", key);
  }

  private JsonNode monitor(BiConsumer<String, String> follow, String expected) {
    out.printf("%nLooking at what is new: POST /api/projects/%s/monitor%n%n", sample.project());
    var answer = control.post("/api/projects/" + sample.project() + "/monitor", Json.object());
    String id = control.required("the order to monitor", answer).path("id").asString();
    follow.accept("the monitoring", id);
    JsonNode output =
        control.required("the monitoring", control.get("/api/executions/" + id)).path("output");
    String outcome = output.path("outcome").asString();
    out.printf("%nOutcome: %s%n", outcome);
    if (!outcome.equals(expected)) {
      throw new OdometerException(
          Errors.DEMO_FAILED, "the monitor found '%s', not '%s'".formatted(outcome, expected));
    }
    return output;
  }

  private void showAlarms(JsonNode drift) {
    for (JsonNode alarm : drift.path("alarms")) {
      out.printf(
          "  %-16s %-26s %s%n",
          alarm.path("feature").asString(),
          alarm.path("check").asString(),
          alarm.path("description").asString());
    }
  }

  private void showPlaces(JsonNode verdict, Set<Path> before) {
    ObjectKey report = Json.fromTree(verdict.path("report"), ObjectKey.class);
    out.printf("%n  report  %s%n", outbox.keep("report.html", store.read(report)));
    out.printf("          which is %s%n", report);
    Path mail = patience.await("the mail", () -> outbox.news(before, "drift"));
    out.printf("  mail    %s%n", mail);
  }
}
