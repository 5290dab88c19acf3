// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deliveries under way, each on a thread of its own, within bounds. A receiver that fails keeps the
 * room of its own lane only: what comes for it beyond that is given up at once, so that others do
 * not wait for it. Started by one thread.
 */
final class Dispatcher {
  /**
   * @param all deliveries under way
   * @param lane those to one receiver
   */
  record Bounds(int all, int lane) {
    static final Bounds DEFAULT = new Bounds(512, 64);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final DeliveryRun run;
  private final Bounds bounds;
  private final Map<Channel, Lane> lanes = new ConcurrentHashMap<>();
  private final Map<Thread, Ticket> running = new ConcurrentHashMap<>();

  Dispatcher(DeliveryRun run, Bounds bounds) {
    this.run = run;
    this.bounds = bounds;
  }

  /** May these be started now? One event with very many is let through when nothing else is. */
  boolean hasRoom(List<Delivery> deliveries) {
    return running.isEmpty()
        || (running.size() + deliveries.size() <= bounds.all()
            && deliveries.stream().map(Delivery::channel).noneMatch(this::isBusy));
  }

  private boolean isBusy(Channel channel) {
    Lane lane = lanes.get(channel);
    return lane != null && lane.isFull() && !lane.isFailing();
  }

  void start(Delivery delivery, Ticket ticket) {
    Lane lane = enter(delivery.channel());
    boolean hopeless = lane.isCrowded() && lane.isFailing();
    Thread thread =
        Thread.ofVirtual()
            .name("notify-" + delivery.channel().type())
            .unstarted(() -> work(delivery, ticket, lane, hopeless));
    running.put(thread, ticket);
    thread.start();
  }

  private Lane enter(Channel channel) {
    return lanes.compute(
        channel,
        (_, known) -> {
          Lane lane = known == null ? new Lane(bounds.lane()) : known;
          lane.enter();
          return lane;
        });
  }

  private void work(Delivery delivery, Ticket ticket, Lane lane, boolean hopeless) {
    try {
      if (hopeless) {
        run.bury(delivery, 0, bounds.lane() + " others wait for it to answer");
      } else {
        run.carryOut(delivery, lane);
      }
      ticket.finishOne();
    } catch (InterruptedException stopped) {
      // Not finished, so whoever goes on begins it anew.
      LOG.debug("stopped {} of {}", delivery.channel(), delivery.event().id());
    } catch (RuntimeException | Error bug) {
      LOG.error("{} of {} is lost", delivery.channel(), delivery.event().id(), bug);
      ticket.finishOne();
    } finally {
      leave(delivery.channel());
      running.remove(Thread.currentThread());
    }
  }

  private void leave(Channel channel) {
    lanes.computeIfPresent(channel, (_, lane) -> lane.leave() ? null : lane);
  }

  /** Stops those of events that others go on with. */
  void stop(Collection<TopicPartition> partitions) {
    running.forEach(
        (thread, ticket) -> {
          if (partitions.contains(ticket.partition())) {
            thread.interrupt();
          }
        });
  }

  void stopAll() {
    running.keySet().forEach(Thread::interrupt);
  }
}
