// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why rows were rejected, and how many for each reason; the first kinds by name, the rest together,
 * so that it stays small whatever the rows hold. For one thread at a time.
 */
public final class Reasons {
  private static final int KINDS = 20;
  private static final int LONGEST_KIND = 100;
  private static final String OTHERS = "others";

  private final Map<String, Long> counts;

  public Reasons() {
    this(Map.of());
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Reasons(Map<String, Long> counts) {
    this.counts = new TreeMap<>(counts);
  }

  /** Reasons that differ in the value alone, which stands after a colon, are of one kind. */
  void add(String reason) {
    int colon = reason.indexOf(": '");
    String kind = colon < 0 ? reason : reason.substring(0, colon);
    add(kind.length() > LONGEST_KIND ? kind.substring(0, LONGEST_KIND) + "…" : kind, 1);
  }

  private void add(String kind, long count) {
    boolean known = counts.containsKey(kind) || counts.size() < KINDS;
    counts.merge(known ? kind : OTHERS, count, Long::sum);
  }

  public void addAll(Reasons others) {
    others.counts.forEach(this::add);
  }

  @JsonValue
  public Map<String, Long> counts() {
    return counts;
  }
}
