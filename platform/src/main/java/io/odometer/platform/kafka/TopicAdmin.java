// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.error.OdometerException;
import io.odometer.core.message.Topic;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes topics and sets up share groups. Whoever needs one ensures it; all do it alike. Connects
 * lazily; safe for use by many threads.
 */
public final class TopicAdmin implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration CHECK_LIMIT = Duration.ofMillis(900);
  private static final Duration WEEK = Duration.ofDays(7);

  private final KafkaSettings settings;
  private final String clientId;
  private Optional<Admin> admin = Optional.empty();

  public TopicAdmin(KafkaSettings settings, String clientId) {
    this.settings = settings;
    this.clientId = clientId;
  }

  /**
   * Makes those that are not there; one that is there stays as it is.
   *
   * @throws OdometerException {@code Kafka.Unavailable} when the broker does not answer within ten
   *     seconds
   */
  public void ensure(Collection<? extends Topic<?>> topics) {
    try {
      List<NewTopic> wanted = topics.stream().map(this::described).toList();
      for (KafkaFuture<Void> made : admin().createTopics(wanted).values().values()) {
        awaitMade(made);
      }
    } catch (InterruptedException | ExecutionException | TimeoutException | KafkaException failed) {
      throw named("cannot make topics", failed);
    }
  }

  /** Sets configurations of a share group, which need not exist yet. */
  public void configureShareGroup(String group, Map<String, String> values) {
    List<AlterConfigOp> changes =
        values.entrySet().stream()
            .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
            .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
            .toList();
    ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
    try {
      admin()
          .incrementalAlterConfigs(Map.of(resource, changes))
          .all()
          .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException | KafkaException failed) {
      throw named("cannot set up the share group " + group, failed);
    }
  }

  /** Does the broker answer? Within a second. */
  public Health check() {
    try {
      admin().describeCluster().clusterId().get(CHECK_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return Health.ready();
    } catch (InterruptedException | ExecutionException | TimeoutException | KafkaException failed) {
      OdometerException named = named("no answer from " + settings.bootstrapServers(), failed);
      return Health.notReady(named.reason());
    }
  }

  private synchronized Admin admin() {
    if (admin.isEmpty()) {
      admin = Optional.of(Admin.create(KafkaClients.admin(settings, clientId + "-admin")));
    }
    return admin.get();
  }

  private NewTopic described(Topic<?> topic) {
    int partitions =
        switch (topic.retention()) {
          case COMPACTED, WEEK -> settings.partitions();
          case QUEUE -> 1;
        };
    return new NewTopic(topic.name(), partitions, (short) settings.replication())
        .configs(policy(topic.retention()));
  }

  private static Map<String, String> policy(Topic.Retention retention) {
    String most = Integer.toString(KafkaClients.MOST_RECORD_BYTES);
    return switch (retention) {
      case COMPACTED ->
          Map.of(
              TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
              most,
              TopicConfig.CLEANUP_POLICY_CONFIG,
              TopicConfig.CLEANUP_POLICY_COMPACT);
      case WEEK, QUEUE ->
          Map.of(
              TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
              most,
              TopicConfig.CLEANUP_POLICY_CONFIG,
              TopicConfig.CLEANUP_POLICY_DELETE,
              TopicConfig.RETENTION_MS_CONFIG,
              Long.toString(WEEK.toMillis()));
    };
  }

  private static void awaitMade(KafkaFuture<Void> made)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      made.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof TopicExistsException)) {
        throw failed;
      }
    }
  }

  private static OdometerException named(String what, Exception failed) {
    if (failed instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return KafkaFailures.named(what, failed);
  }

  @Override
  public synchronized void close() {
    admin.ifPresent(open -> open.close(Duration.ofSeconds(2)));
    admin = Optional.empty();
  }
}
