// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(30)
class WebhookCourierTest {
  private static final SystemEvent EVENT = Happened.rejected();

  private final Receiver receiver = new Receiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  private static WebhookCourier courier(Optional<String> secret) {
    return new WebhookCourier(
        new NotificationSettings(
            new MailSettings.Nowhere(), secret, Duration.ofMinutes(1), Duration.ofMillis(500)));
  }

  private static Delivery to(URI address) {
    return new Delivery(EVENT, Notices.of(EVENT).orElseThrow(), new Channel.Webhook(address));
  }

  private Attempt attempt() throws InterruptedException {
    return courier(Optional.empty()).attempt(to(receiver.address()));
  }

  @Test
  void an_event_is_posted_as_a_cloud_event() throws Exception {
    assertEquals(new Attempt.Sent(), attempt());

    Receiver.Posted posted = receiver.posts.take();
    JsonNode body = Json.tree(posted.body());
    assertEquals(
        "application/cloudevents+json; charset=utf-8", posted.headers().getFirst("Content-Type"));
    assertEquals("1.0", body.path("specversion").asString());
    assertEquals(EVENT.id(), body.path("id").asString());
    assertEquals("io.odometer.model.rejected", body.path("type").asString());
    assertEquals("orchestrator", body.path("source").asString());
    assertEquals("2026-03-04T10:15:30Z", body.path("time").asString());
    assertEquals("used-cars", body.path("subject").asString());
    assertEquals("model-rejected", body.path("kind").asString());
    assertEquals(Json.toTree(EVENT), body.path("data"));
  }

  @Test
  void whoever_has_the_secret_can_tell_that_it_is_from_us() throws Exception {
    courier(Optional.of("geheim")).attempt(to(receiver.address()));

    Receiver.Posted posted = receiver.posts.take();
    Matcher signature =
        Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})")
            .matcher(posted.headers().getFirst("X-Odometer-Signature"));
    assertEquals(true, signature.matches());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("geheim".getBytes(UTF_8), "HmacSHA256"));
    String signed = signature.group(1) + "." + new String(posted.body(), UTF_8);
    assertEquals(signature.group(2), HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8))));
  }

  @Test
  void without_a_secret_it_is_not_signed() throws Exception {
    attempt();
    assertFalse(receiver.posts.take().headers().containsKey("X-Odometer-Signature"));
  }

  @Test
  void a_repetition_has_the_same_id() throws Exception {
    attempt();
    attempt();
    assertEquals(
        receiver.posts.take().headers().getFirst("X-Odometer-Delivery"),
        receiver.posts.take().headers().getFirst("X-Odometer-Delivery"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 422})
  void what_is_refused_is_refused(int status) throws Exception {
    receiver.answering(status);
    assertEquals(new Attempt.Refused("answered " + status), attempt());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503})
  void what_may_pass_is_tried_again(int status) throws Exception {
    receiver.answering(status);
    assertEquals(new Attempt.Failed("answered " + status), attempt());
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    receiver.answering(307, "Location", "/hook");
    assertEquals(new Attempt.Refused("answered 307"), attempt());
    assertEquals(1, receiver.posts.size());
  }

  @Test
  void a_busy_receiver_says_for_how_long() throws Exception {
    receiver.answering(429, "Retry-After", "7").answering(503, "Retry-After", "soon");
    assertEquals(new Attempt.Failed("answered 429", Optional.of(Duration.ofSeconds(7))), attempt());
    assertEquals(new Attempt.Failed("answered 503"), attempt());
  }

  @Test
  void a_receiver_that_says_nothing_is_left_after_a_while() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      assertInstanceOf(Attempt.Failed.class, courier(Optional.empty()).attempt(to(address)));
    }
  }

  @Test
  void what_is_said_of_a_webhook_keeps_its_path_to_itself() {
    assertEquals("webhook at http://127.0.0.1", to(receiver.address()).channel().toString());
  }
}
