// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceMarkTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final SeenLimits LIMITS = new SeenLimits(Duration.ofHours(6), 3);

  private static SeenObject object(String id, int minute) {
    return new SeenObject(id, NOON.plus(Duration.ofMinutes(minute)));
  }

  @Test
  void what_is_older_than_the_overlap_is_not_remembered_by_name() {
    SourceMark mark =
        SourceMark.START.moved(List.of(), List.of(object("a", 0), object("b", 400)), LIMITS);
    assertEquals(Set.of("b"), mark.ids());
    assertEquals(NOON.plus(Duration.ofMinutes(40)), mark.after());
  }

  @Test
  void a_crowd_shortens_the_overlap() {
    List<SeenObject> crowd = IntStream.range(0, 5).mapToObj(i -> object("o" + i, i)).toList();
    SourceMark mark = SourceMark.START.moved(List.of(), crowd, LIMITS);
    assertEquals(Set.of("o2", "o3", "o4"), mark.ids());
    assertEquals(crowd.get(1).at(), mark.after());
  }

  @Test
  void a_crowd_at_one_instant_is_remembered_whole_since_more_of_it_may_wait() {
    List<SeenObject> crowd = IntStream.range(0, 5).mapToObj(i -> object("o" + i, 0)).toList();
    SourceMark mark = SourceMark.START.moved(List.of(), crowd, LIMITS);
    assertEquals(5, mark.seen().size());
    assertTrue(mark.after().isBefore(NOON));
  }

  @Test
  void a_rewind_ahead_of_the_mark_changes_nothing_of_note() {
    SourceMark mark = SourceMark.START.moved(List.of(), List.of(object("a", 0)), LIMITS);
    assertEquals(mark, mark.rewound(NOON.plusSeconds(60)));
  }
}
