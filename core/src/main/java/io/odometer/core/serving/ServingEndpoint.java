// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.registry.Endpoint;
import io.odometer.core.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;

/**
 * One version of an endpoint with all its members loaded: what a request sees from beginning to
 * end. Immutable but for its pool of scorers; safe for use by many threads.
 */
public final class ServingEndpoint {
  private static final int POOLED = 64;

  private final Endpoint endpoint;
  private final List<Member> members;
  private final Combination combination;
  private final List<Schema> schemas;
  private final int[] schemaOfMember;
  private final Fields fields;
  private final Pool<EndpointScorer> scorers;

  /**
   * @param members the endpoint's, in its order, at least one
   * @throws IllegalArgumentException when the rule gives no member a say
   */
  public ServingEndpoint(Endpoint endpoint, List<Member> members) {
    this.endpoint = endpoint;
    this.members = List.copyOf(members);
    this.combination =
        Combination.of(
            endpoint.rule(), members.stream().map(member -> member.id().algorithm()).toList());
    this.schemas = distinctSchemas(members);
    this.schemaOfMember = members.stream().mapToInt(this::schemaOf).toArray();
    this.fields = Fields.of(schemas);
    this.scorers = new Pool<>(POOLED, () -> new EndpointScorer(this));
  }

  private static List<Schema> distinctSchemas(List<Member> members) {
    List<Schema> distinct = new ArrayList<>();
    members.stream()
        .sorted(Comparator.comparing((Member member) -> member.id().version()).reversed())
        .map(member -> member.model().pipeline().schema())
        .filter(schema -> indexOf(distinct, schema) < 0)
        .forEachOrdered(distinct::add);
    return List.copyOf(distinct);
  }

  private static int indexOf(List<Schema> schemas, Schema sought) {
    for (int i = 0; i < schemas.size(); i++) {
      if (schemas.get(i).fingerprint() == sought.fingerprint()) {
        return i;
      }
    }
    return -1;
  }

  private int schemaOf(Member member) {
    return indexOf(schemas, member.model().pipeline().schema());
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public String name() {
    return endpoint.name().value();
  }

  public List<Member> members() {
    return members;
  }

  public Combination combination() {
    return combination;
  }

  public Fields fields() {
    return fields;
  }

  /** The newest member, whose columns lead. */
  public Member newest() {
    return members.get(Arrays.stream(schemaOfMember).boxed().toList().indexOf(0));
  }

  public Pool<EndpointScorer> scorers() {
    return scorers;
  }

  /**
   * Compares what it predicts with what was stored when its versions were published.
   *
   * @throws io.odometer.core.error.OdometerException {@code Model.Corrupt} unless they are equal to
   *     the last bit
   */
  public void verify() {
    new Trial(this).run();
  }

  /** A record that a client may send, by column name, values as JSON has them. */
  public SequencedMap<String, Object> example() {
    return new Example(this).record();
  }

  /** Rows are shared by members that read them alike. */
  List<Schema> schemas() {
    return schemas;
  }

  int schemaOfMember(int member) {
    return schemaOfMember[member];
  }
}
