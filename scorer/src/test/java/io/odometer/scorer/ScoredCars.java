// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import io.odometer.core.project.CombinationRule;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.serving.EndpointScorer;
import io.odometer.core.serving.Member;
import io.odometer.core.serving.MemberReader;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectStore;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.testmodels.CarVersions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A store with the champions for cars in it, and what these predict. */
final class ScoredCars {
  static final String VERSION = "20260302T041106Z-5c1c1f9e";

  private final ObjectStore store;
  private final CarVersions versions;
  private final Endpoint endpoint;
  private final EndpointScorer scorer;

  ScoredCars() {
    this(new InMemoryObjectStore());
  }

  ScoredCars(ObjectStore store) {
    this.store = store;
    Buckets.ALL.forEach(store::ensureBucket);
    this.versions = new CarVersions(store);
    this.endpoint = endpoint(1, forest(VERSION, 9_000), linear(VERSION, 4_000));
    this.scorer = scorer(store, endpoint);
  }

  private static EndpointScorer scorer(ObjectStore store, Endpoint endpoint) {
    MemberReader reader = new MemberReader(store);
    List<Member> members =
        endpoint.members().stream().map(id -> reader.read(id, Long.MAX_VALUE)).toList();
    return new ServingEndpoint(endpoint, members).scorers().take();
  }

  ModelId forest(String version, double base) {
    return versions.forest("cars", version, base);
  }

  ModelId linear(String version, double intercept) {
    return versions.linear("cars", version, intercept);
  }

  Endpoint endpoint(long version, ModelId... members) {
    return CarVersions.endpoint("cars", version, CombinationRule.MEAN, members);
  }

  Endpoint endpoint() {
    return endpoint;
  }

  ObjectStore store() {
    return store;
  }

  ScoringRun run(String name) {
    return run(name, ScoringSettings.DEFAULT);
  }

  ScoringRun run(String name, ScoringSettings settings) {
    return run(name, settings, 1 << 20);
  }

  ScoringRun run(String name, ScoringSettings settings, long rangeBytes) {
    return new ScoringRun(name, store, endpoint, settings, rangeBytes);
  }

  /** The combined prediction, then each member's, as they are written. */
  List<String> predictions(Map<String, String> car) {
    scorer.fill(car);
    return Stream.of(scorer.predict(), scorer.prediction(0), scorer.prediction(1))
        .map(value -> Double.toString(value))
        .toList();
  }

  /** Names of all objects of a bucket. */
  List<String> objects(String bucket) {
    return store.list(bucket, "").map(info -> info.key().path()).toList();
  }

  /** What lies in the project's {@code out/}. */
  List<String> outputs() {
    return store.list(Buckets.SCORING, "cars/out/").map(info -> info.key().name()).toList();
  }
}
