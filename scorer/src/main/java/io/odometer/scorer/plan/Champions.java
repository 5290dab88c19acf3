// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.plan;

import io.odometer.core.registry.Endpoint;
import io.odometer.core.serving.Member;
import io.odometer.core.serving.MemberReader;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.store.ObjectStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Endpoints with their models, loaded and tried as the inference API does, the last few kept. Safe
 * for use by many threads; one loads at a time.
 */
public final class Champions {
  private static final int KEPT = 4;

  private final MemberReader reader;
  private final long room;
  private final SequencedMap<Endpoint, ServingEndpoint> loaded = new LinkedHashMap<>();

  /**
   * @param room most bytes of files of all models that are kept
   */
  public Champions(ObjectStore store, long room) {
    this.reader = new MemberReader(store);
    this.room = room;
  }

  /**
   * @throws io.odometer.core.error.OdometerException {@code Model.*} naming the version that cannot
   *     be used
   */
  public synchronized ServingEndpoint get(Endpoint endpoint) {
    ServingEndpoint known = loaded.remove(endpoint);
    ServingEndpoint serving = known == null ? load(endpoint) : known;
    loaded.putLast(endpoint, serving);
    return serving;
  }

  private ServingEndpoint load(Endpoint endpoint) {
    long needed = 0;
    List<Member> members = new ArrayList<>();
    for (var id : endpoint.members()) {
      Member member = reader.read(id, room - needed);
      needed += member.bytes();
      members.add(member);
    }
    makeRoom(needed);
    ServingEndpoint serving = new ServingEndpoint(endpoint, members);
    serving.verify();
    return serving;
  }

  private void makeRoom(long needed) {
    while (loaded.size() >= KEPT || (!loaded.isEmpty() && bytes() + needed > room)) {
      loaded.pollFirstEntry();
    }
  }

  private long bytes() {
    return loaded.entrySet().stream()
        .map(Map.Entry::getValue)
        .flatMap(serving -> serving.members().stream())
        .mapToLong(Member::bytes)
        .sum();
  }
}
