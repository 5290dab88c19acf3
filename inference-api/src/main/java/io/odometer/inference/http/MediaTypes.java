// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import io.odometer.platform.http.HttpProblem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client sends and what it accepts, by the names of media types. */
final class MediaTypes {
  /** The families that are understood. */
  enum Family {
    JSON("application/json", "text/json", "application/*"),
    CSV("text/csv", "text/*", "application/csv"),
    JSON_LINES("application/jsonlines", "application/x-ndjson", "application/x-jsonlines");

    private final String first;
    private final String second;
    private final String third;

    Family(String first, String second, String third) {
      this.first = first;
      this.second = second;
      this.third = third;
    }

    private boolean bears(String name) {
      return name.equals(first) || name.equals(second) || name.equals(third);
    }

    private static Optional<Family> of(String type) {
      return Arrays.stream(values()).filter(family -> family.bears(type)).findFirst();
    }
  }

  private record Wish(String type, double quality) {
    static Wish parse(String text) {
      String[] parts = text.split(";", -1);
      double quality = 1;
      for (String part : parts) {
        String parameter = part.strip();
        quality = parameter.startsWith("q=") ? number(parameter.substring(2)) : quality;
      }
      return new Wish(plain(parts[0]), quality);
    }

    private static double number(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException unreadable) {
        return 0;
      }
    }
  }

  private MediaTypes() {}

  /**
   * @param contentType as the header has it; without one the body's first character decides
   */
  static Family sent(@Nullable String contentType, byte[] body) {
    if (contentType == null || contentType.isBlank()) {
      return looksLikeJson(body) ? Family.JSON : Family.CSV;
    }
    String type = plain(contentType);
    return Family.of(type)
        .filter(family -> !type.endsWith("/*"))
        .orElseThrow(
            () ->
                HttpProblem.unsupportedMediaType(
                    "'%s' is not understood; send application/json, text/csv or".formatted(type)
                        + " application/jsonlines"));
  }

  /** Empty when the client leaves it to us. */
  static Optional<Family> accepted(@Nullable String accept) {
    if (accept == null || accept.isBlank() || accept.equals("*/*")) {
      return Optional.empty();
    }
    List<Wish> wishes =
        Arrays.stream(accept.split(",", -1))
            .map(Wish::parse)
            .filter(wish -> wish.quality() > 0)
            .sorted(Comparator.comparingDouble(Wish::quality).reversed())
            .toList();
    for (Wish wish : wishes) {
      Optional<Family> family = Family.of(wish.type());
      if (family.isPresent() || wish.type().equals("*/*")) {
        return family;
      }
    }
    throw HttpProblem.notAcceptable(
        "'%s' cannot be answered; accept application/json, text/csv or application/jsonlines"
            .formatted(accept));
  }

  private static String plain(String contentType) {
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean looksLikeJson(byte[] body) {
    for (byte character : body) {
      if (character > ' ') {
        return character == '{' || character == '[';
      }
    }
    return true;
  }
}
