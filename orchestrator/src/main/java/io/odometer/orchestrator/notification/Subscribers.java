// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who is to be told of an event. */
record Subscribers(Function<ProjectName, Optional<Project>> projects) {
  /** One delivery a receiver, however many subscriptions name it. */
  List<Delivery> deliveries(SystemEvent event) {
    return Notices.of(event).stream()
        .flatMap(notice -> channels(notice).map(channel -> new Delivery(event, notice, channel)))
        .toList();
  }

  private Stream<Channel> channels(Notice notice) {
    return projects.apply(notice.project()).stream()
        .flatMap(project -> project.notifications().stream())
        .filter(subscription -> subscription.on().contains(notice.kind()))
        .flatMap(Subscribers::channels)
        .distinct();
  }

  private static Stream<Channel> channels(Subscription subscription) {
    return Stream.concat(
        subscription.mail().stream().map(Channel.Mail::new),
        subscription.webhooks().stream().map(Channel.Webhook::new));
  }
}
