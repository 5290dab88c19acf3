// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.project.ProjectName;
import io.odometer.orchestrator.project.ControlReply;
import io.odometer.orchestrator.project.ProjectEvent;
import io.odometer.platform.kafka.JsonProducer;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.kafka.TopicFollower;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Sends orders to projects and waits for the committed answers. Safe for use by many threads. */
final class Orders implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(10);

  private final Map<String, CompletableFuture<ControlReply>> waiting = new ConcurrentHashMap<>();
  private final JsonProducer producer;
  private final TopicFollower<ControlReply> replies;

  Orders(KafkaSettings kafka) {
    this.producer = new JsonProducer(kafka, "orchestrator");
    this.replies =
        new TopicFollower<>(kafka, EngineTopics.CONTROL_REPLIES, "control-replies", this::complete);
  }

  void start() {
    replies.start();
  }

  Health check() {
    return replies.check();
  }

  /**
   * @param order makes the event of a request's id
   * @throws OdometerException as the project refused it, {@code Control.Timeout}, or {@code
   *     Kafka.Unavailable}
   */
  ControlReply send(ProjectName project, Function<String, ProjectEvent> order) {
    requireAnswers();
    String requestId = UUID.randomUUID().toString();
    CompletableFuture<ControlReply> reply = new CompletableFuture<>();
    waiting.put(requestId, reply);
    try {
      producer
          .send(EngineTopics.PROJECT_EVENTS, project.value(), order.apply(requestId))
          .exceptionally(failure -> fail(reply, failure));
      return accepted(await(project, reply));
    } finally {
      waiting.remove(requestId);
    }
  }

  /** An order whose answer cannot be heard is better not sent. */
  private void requireAnswers() {
    if (replies.check() instanceof Health.NotReady(String reason)) {
      throw new OdometerException(Errors.KAFKA_UNAVAILABLE, "orders cannot be taken: " + reason);
    }
  }

  private void complete(String requestId, ControlReply reply) {
    CompletableFuture<ControlReply> waiter = waiting.get(requestId);
    if (waiter != null) {
      waiter.complete(reply);
    }
  }

  private static Void fail(CompletableFuture<ControlReply> reply, Throwable failure) {
    reply.completeExceptionally(failure);
    return null;
  }

  private static ControlReply await(ProjectName project, CompletableFuture<ControlReply> reply) {
    try {
      return reply.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw timeout(project, late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw timeout(project, interrupted);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof OdometerException named
          ? named
          : new OdometerException(Errors.KAFKA_UNAVAILABLE, "the order was not sent", failed);
    }
  }

  private static OdometerException timeout(ProjectName project, Exception cause) {
    String message =
        "project %s has not confirmed within %d s; the order may still be carried out"
            .formatted(project, LIMIT.toSeconds());
    return new OdometerException(Errors.CONTROL_TIMEOUT, message, cause);
  }

  private static ControlReply accepted(ControlReply reply) {
    if (reply instanceof ControlReply.Refused refused) {
      throw new OdometerException(refused.error(), refused.message());
    }
    return reply;
  }

  @Override
  public void close() {
    replies.close();
    producer.close();
  }
}
