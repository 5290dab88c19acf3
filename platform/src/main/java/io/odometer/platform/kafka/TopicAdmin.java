// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.message.Topic;
import java.util.Collection;

/** Makes topics. Whoever needs one ensures it; all do it alike. */
public final class TopicAdmin implements AutoCloseable {
  public TopicAdmin(KafkaSettings settings, String clientId) {
    throw new UnsupportedOperationException("to be written");
  }

  /**
   * Makes those that are not there; one that is there stays as it is.
   *
   * @throws io.odometer.core.error.OdometerException {@code Kafka.Unavailable} when the broker does
   *     not answer within ten seconds
   */
  public void ensure(Collection<? extends Topic<?>> topics) {}

  @Override
  public void close() {}
}
