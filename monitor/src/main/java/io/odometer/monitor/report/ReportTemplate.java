// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * Makes a page that needs nothing from anywhere. Values are escaped by the template engine, and the
 * page's policy allows nothing but its own style, which it names by digest.
 */
final class ReportTemplate {
  private final String style = text("style.css");
  private final Template template =
      Mustache.compiler()
          .escapeHTML(true)
          .strictSections(true)
          .emptyStringIsFalse(true)
          .withLoader(name -> reader(name + ".mustache"))
          .compile(reader("report.mustache"));

  /** The same page gives the same bytes. */
  byte[] bytes(Page page) {
    Map<String, Object> values = Map.of("page", page, "style", style, "digest", digest(style));
    return template.execute(values).getBytes(UTF_8);
  }

  private static String digest(String style) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  private static String text(String name) {
    try (InputStream stream = stream(name)) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " could not be read", unreadable);
    }
  }

  private static Reader reader(String name) {
    return new InputStreamReader(stream(name), UTF_8);
  }

  private static InputStream stream(String name) {
    return Objects.requireNonNull(ReportTemplate.class.getResourceAsStream(name), name);
  }
}
