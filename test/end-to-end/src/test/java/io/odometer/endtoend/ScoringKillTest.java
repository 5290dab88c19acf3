// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.Buckets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Scorers die at work, and nobody can tell from what they leave. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScoringKillTest {
  private static final int ROWS = 110_000;

  private final byte[] content = Tables.wide(ROWS, 21);
  private Surroundings surroundings;
  private ServiceProcess scorer;
  private ScoredFile undisturbed;
  private long ranges;
  private Duration usual;

  @BeforeAll
  void scoreUndisturbed(@TempDir Path folder) {
    surroundings = Surroundings.ofScorers(folder);
    scorer = surroundings.scorer();
    surroundings.drop("warm-up.csv", content).succeeded();
    var scoring = surroundings.drop("undisturbed.csv", content);
    undisturbed = scoring.succeeded();
    JsonNode execution = scoring.awaitEnd();
    ranges = Scoring.scoredRanges(execution);
    usual = Duration.between(startedAt(execution), time(execution, "stoppedAt"));
    assertEquals(ROWS / 1000, undisturbed.count("rejects"));
    assertEquals(ROWS, undisturbed.count("rowsIn"));
    assertTrue(ranges > 15, () -> ranges + " ranges");
  }

  @AfterEach
  void someScorerLives() {
    if (!scorer.isAlive()) {
      scorer = surroundings.scorer();
    }
  }

  @AfterAll
  void stop() {
    scorer.close();
    surroundings.close();
  }

  /** When a scorer dies. */
  record Moment(String name, BiPredicate<Scoring, JsonNode> reached) {
    @Override
    public String toString() {
      return name;
    }
  }

  Stream<Moment> moments() {
    return Stream.concat(
        Stream.of(
            new Moment("while the file is looked at", shown(Scoring.runs("Preprocess"))),
            new Moment("after the first range", shown(Scoring.ranges(1))),
            new Moment("in the middle", shown(Scoring.ranges(ranges / 2))),
            new Moment("in the last ranges", shown(Scoring.ranges(ranges - 2))),
            new Moment("when it is to publish", shown(Scoring.runs("Publish"))),
            new Moment("when the output is there", (scoring, _) -> scoring.hasOutput()),
            new Moment("when the manifest is there", (scoring, _) -> scoring.hasManifest())),
        randomMoments());
  }

  private static BiPredicate<Scoring, JsonNode> shown(Predicate<JsonNode> state) {
    return (_, execution) -> state.test(execution);
  }

  private Stream<Moment> randomMoments() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    return IntStream.range(0, 2)
        .mapToObj(_ -> usual.dividedBy(1000).multipliedBy(random.nextInt(1000)))
        .map(
            age ->
                new Moment(
                    "after %s (seed %d)".formatted(age, seed),
                    (_, execution) -> isOlder(execution, age)));
  }

  private static boolean isOlder(JsonNode execution, Duration age) {
    return Instant.now().isAfter(startedAt(execution).plus(age));
  }

  private static Instant startedAt(JsonNode execution) {
    return time(execution, "startedAt");
  }

  private static Instant time(JsonNode execution, String name) {
    return Instant.parse(execution.path(name).asString());
  }

  @ParameterizedTest
  @MethodSource("moments")
  void a_scorer_killed_at_any_moment_leaves_what_an_undisturbed_one_does(Moment moment) {
    scorer.awaitReady();
    var scoring = surroundings.drop(moment.name().replaceAll("[^a-z]+", "-") + ".csv", content);
    var output = ScoringObjects.output(Surroundings.PROJECT, scoring.input());
    try (var watch = new OutputWatch(surroundings.store(), output)) {
      scoring.await(moment.name(), execution -> moment.reached().test(scoring, execution));
      scorer.kill();
      scorer = surroundings.scorer();
      ScoredFile scored = scoring.succeeded();
      undisturbed.assertSame(scored);
      assertEquals(Set.of(scored.outputEtag()), watch.etags());
      assertNothingLeftOf(scoring.awaitEnd());
    }
  }

  /**
   * Of rows, that is: plans and results are small, and may be of use. A plan's name has its digest,
   * which each try makes the same.
   */
  private void assertNothingLeftOf(JsonNode execution) {
    String prefix = execution.path("id").asString() + "/";
    try (var left = surroundings.store().list(Buckets.WORK, prefix)) {
      List<String> names = left.map(info -> info.key().name()).distinct().toList();
      assertEquals(1, names.stream().filter(name -> name.startsWith("plan-")).count());
      assertEquals(
          Set.of("result.json", "rejects-header"),
          names.stream().filter(name -> !name.startsWith("plan-")).collect(Collectors.toSet()));
    }
  }

  @Test
  void a_job_whose_scorers_die_one_after_another_loses_and_doubles_nothing() {
    scorer.awaitReady();
    var scoring = surroundings.drop("thrice.csv", content);
    for (int quarter = 1; quarter <= 3; quarter++) {
      scoring.await("a quarter", Scoring.ranges(quarter * ranges / 4));
      scorer.kill();
      scorer = surroundings.scorer();
    }
    undisturbed.assertSame(scoring.succeeded());
  }

  @Test
  void two_scorers_share_one_file() {
    scorer.kill();
    try (var first = surroundings.scorer();
        var second = surroundings.scorer()) {
      first.awaitReady();
      second.awaitReady();
      undisturbed.assertSame(surroundings.drop("shared.csv", content).succeeded());
      assertTrue(first.rangesScored() > 0, "the first scored none");
      assertTrue(second.rangesScored() > 0, "the second scored none");
    }
  }

  @Test
  void a_file_dropped_while_no_scorer_runs_waits_for_one() {
    scorer.kill();
    var scoring = surroundings.drop("waits.csv", content);
    JsonNode waiting = scoring.await("its wait", Scoring.runs("Preprocess"));
    assertEquals("RUNNING", waiting.path("status").asString());
    scorer = surroundings.scorer();
    undisturbed.assertSame(scoring.succeeded());
  }

  @Test
  void a_file_removed_while_it_is_scored_ends_in_a_named_error_and_the_next_is_scored() {
    scorer.awaitReady();
    var scoring = surroundings.drop("removed.csv", content);
    scoring.await("the first range", Scoring.ranges(1));
    surroundings.store().delete(scoring.input());
    assertChanged(scoring.awaitEnd());
    undisturbed.assertSame(surroundings.drop("after-removed.csv", content).succeeded());
  }

  @Test
  void a_file_replaced_while_it_is_scored_ends_in_a_named_error_and_the_new_one_is_scored() {
    scorer.awaitReady();
    var scoring = surroundings.drop("replaced.csv", content);
    JsonNode first = scoring.await("the first range", Scoring.ranges(1));
    surroundings.drop("replaced.csv", Tables.wide(2000, 22));
    Await.that("a second execution", () -> scoring.executions().size() == 2);
    assertEquals("SUCCEEDED", scoring.awaitEnd().path("status").asString());
    assertEquals(2000, ScoredFile.read(surroundings.store(), scoring.input()).count("rowsIn"));
    Await.that(
        "the end of the first", () -> scoring.executions().stream().allMatch(Scoring::hasEnded));
    assertEquals(first.path("id"), scoring.executions().getLast().path("id"));
    assertChanged(scoring.executions().getLast());
    undisturbed.assertSame(surroundings.drop("after-replaced.csv", content).succeeded());
  }

  private static void assertChanged(JsonNode end) {
    assertEquals("FAILED", end.path("status").asString());
    assertEquals("Data.Changed", end.path("error").asString(), end.path("cause").asString());
  }

  @Test
  void a_store_that_goes_away_while_a_file_is_scored_is_sat_out() {
    scorer.awaitReady();
    var scoring = surroundings.drop("outage.csv", content);
    scoring.await("the middle", Scoring.ranges(ranges / 2));
    surroundings.stopStore();
    scoring.await("a range in vain", ScoringKillTest::wasTriedAgain);
    surroundings.startStoreAgain();
    undisturbed.assertSame(scoring.succeeded());
  }

  private static boolean wasTriedAgain(JsonNode execution) {
    return execution
        .path("states")
        .valueStream()
        .anyMatch(state -> state.path("attempts").asInt() > 1);
  }
}
