// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What is done around every request: its id, and the token that it must bear. */
final class RequestFrame {
  private static final String HEADER = "X-Request-Id";
  private static final String KEY = "requestId";
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");
  private static final String SCHEME = "Bearer ";

  private final Optional<byte[]> token;

  RequestFrame(Optional<String> token) {
    this.token = token.map(text -> text.getBytes(UTF_8));
  }

  void begin(Context context) {
    String id = given(context.header(HEADER));
    context.attribute(KEY, id);
    context.header(HEADER, id);
    MDC.put(KEY, id);
    if (token.isPresent() && !context.path().startsWith("/health/") && !bears(context)) {
      context.header("WWW-Authenticate", "Bearer");
      throw HttpProblem.unauthorized("this call needs the token as 'Authorization: Bearer …'");
    }
  }

  void end() {
    MDC.remove(KEY);
  }

  static String id(Context context) {
    String id = context.attribute(KEY);
    return id == null ? "" : id;
  }

  private static String given(@Nullable String header) {
    return header != null && SANE.matcher(header).matches() ? header : make();
  }

  /** Names a request among others; guards nothing, so it need not be hard to guess. */
  private static String make() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }

  /** In constant time, so that the answer's delay says nothing about the token. */
  private boolean bears(Context context) {
    String header = context.header("Authorization");
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            token.orElseThrow(), header.substring(SCHEME.length()).strip().getBytes(UTF_8));
  }
}
