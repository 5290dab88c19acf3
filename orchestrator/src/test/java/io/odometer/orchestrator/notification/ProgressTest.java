// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final TopicPartition EVENTS = new TopicPartition("events", 0);

  private final Progress progress = new Progress();

  private static Map<TopicPartition, OffsetAndMetadata> next(long offset) {
    return Map.of(EVENTS, new OffsetAndMetadata(offset));
  }

  @Test
  void only_what_has_nothing_unfinished_before_it_is_done_with() {
    Ticket first = progress.begin(EVENTS, 7, 2);
    Ticket second = progress.begin(EVENTS, 9, 1);
    second.finishOne();
    first.finishOne();
    assertEquals(Map.of(), progress.due());
    first.finishOne();
    assertEquals(next(10), progress.due());
  }

  @Test
  void an_event_for_nobody_is_done_with_at_once() {
    progress.begin(EVENTS, 3, 0);
    assertEquals(next(4), progress.due());
  }

  @Test
  void what_was_committed_is_not_due_any_more_and_what_was_not_still_is() {
    progress.begin(EVENTS, 3, 0);
    assertEquals(progress.due(), progress.due());
    progress.committed(progress.due());
    assertEquals(Map.of(), progress.due());
  }

  @Test
  void a_partition_that_others_read_is_theirs_to_commit() {
    Ticket ticket = progress.begin(EVENTS, 3, 1);
    progress.forget(List.of(EVENTS));
    ticket.finishOne();
    assertEquals(Map.of(), progress.due());
  }
}
