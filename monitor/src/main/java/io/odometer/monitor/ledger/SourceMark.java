// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far one source was taken. A store's clock has whole seconds, and what is written in parts may
 * bear the time of its beginning; so the mark remembers what it took of the last hours by name, and
 * takes whatever else turns up there late.
 *
 * @param through when the newest object taken was modified
 * @param after nothing that was modified up to here is ever looked at again
 * @param seen everything taken that was modified since, oldest first
 */
public record SourceMark(Instant through, Instant after, List<SeenObject> seen) {
  // Before the constant, whose constructor needs it.
  private static final Comparator<SeenObject> ORDER =
      Comparator.comparing(SeenObject::at).thenComparing(SeenObject::id);

  /** Nothing was taken yet. */
  public static final SourceMark START = new SourceMark(Instant.EPOCH, Instant.EPOCH, List.of());

  public SourceMark {
    seen = seen.stream().sorted(ORDER).toList();
  }

  public Set<String> ids() {
    return seen.stream().map(SeenObject::id).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The mark after a run.
   *
   * @param known of those seen, which the store still has, and when it says they were modified by
   *     now: one that is written again in full does not become new by that
   */
  public SourceMark moved(
      Collection<SeenObject> known, Collection<SeenObject> taken, SeenLimits limits) {
    Instant newest =
        taken.stream().map(SeenObject::at).reduce(through, (a, b) -> a.isAfter(b) ? a : b);
    Instant horizon = newest.minus(limits.overlap());
    Instant floor = horizon.isAfter(after) ? horizon : after;
    List<SeenObject> all = new ArrayList<>(known);
    all.addAll(taken);
    all.sort(ORDER);
    if (all.size() > limits.most()) {
      // What was modified at the newest instant may not have been taken as a whole.
      Instant crowded = earlier(all.get(all.size() - limits.most() - 1).at(), newest.minusNanos(1));
      floor = crowded.isAfter(floor) ? crowded : floor;
    }
    Instant kept = floor;
    return new SourceMark(
        newest, kept, all.stream().filter(object -> object.at().isAfter(kept)).toList());
  }

  /**
   * Back to a time: what was modified since then is new once more. What is older stays as it is. A
   * time ahead of the mark changes nothing.
   */
  public SourceMark rewound(Instant from) {
    Instant before = from.minusNanos(1);
    return new SourceMark(
        earlier(through, before),
        earlier(after, before),
        seen.stream().filter(object -> object.at().isBefore(from)).toList());
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
