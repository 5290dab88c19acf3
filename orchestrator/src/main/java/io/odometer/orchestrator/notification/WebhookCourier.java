// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts events as CloudEvents (structured mode). Follows no redirect: the address in the settings
 * is the one that was meant. Without a secret posts are not signed, so that receivers that check no
 * signature work at once; one that does check refuses them.
 */
final class WebhookCourier implements Courier {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookCourier.class);

  /** A receiver that is busy, or was too slow, says so with a 4xx. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private final HttpClient client;
  private final NotificationSettings settings;
  private final InstantSource clock;

  WebhookCourier(NotificationSettings settings) {
    this.settings = settings;
    this.clock = InstantSource.system();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
    if (settings.webhookSecret().isEmpty()) {
      LOG.info("webhooks are not signed: ODOMETER_WEBHOOK_SECRET is not set");
    }
  }

  @Override
  public Attempt attempt(Delivery delivery) throws InterruptedException {
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request(delivery), HttpResponse.BodyHandlers.discarding());
    try {
      // The request's own timeout ends with the headers; a body may drip for ever.
      return judge(answer.get(2 * settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      return new Attempt.Failed(reason(failed.getCause() == null ? failed : failed.getCause()));
    } catch (TimeoutException _) {
      return new Attempt.Failed("no answer within " + settings.timeout().multipliedBy(2));
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(Delivery delivery) {
    byte[] body = EventBody.of(delivery);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(delivery.channel().target()))
            .timeout(settings.timeout())
            .header("Content-Type", EventBody.MEDIA_TYPE)
            .header("User-Agent", "odometer")
            .header("X-Odometer-Delivery", delivery.id().toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    settings
        .webhookSecret()
        .map(secret -> Signature.of(secret, clock.instant(), body))
        .ifPresent(signature -> request.header(Signature.HEADER, signature));
    return request.build();
  }

  private Attempt judge(HttpResponse<?> answer) {
    int status = answer.statusCode();
    String reason = "answered " + status;
    if (status >= 200 && status < 300) {
      return new Attempt.Sent();
    }
    boolean passing = status >= 500 || PASSING.contains(status);
    Optional<Duration> wait = RetryAfter.of(answer.headers(), clock.instant());
    return passing ? new Attempt.Failed(reason, wait) : new Attempt.Refused(reason);
  }

  private static String reason(Throwable failure) {
    return failure instanceof IOException && failure.getMessage() != null
        ? failure.getClass().getSimpleName() + ": " + failure.getMessage()
        : failure.toString();
  }
}
