// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code "split"}: {@code {"train": 70, "validation": 15, "test": 15, "seed": 42}}, or the
 * shares alone as {@code "70/15/15"}.
 */
final class SplitReader {
  private static final List<String> SHARES = List.of("train", "validation", "test");

  private SplitReader() {}

  static Split read(Fields fields) {
    boolean isText = fields.value("split").filter(JsonNode::isString).isPresent();
    Optional<Split> split =
        isText
            ? fields.text("split").flatMap(text -> ofText(fields, text))
            : fields.object("split").flatMap(SplitReader::ofFields);
    return split.orElse(Split.DEFAULT);
  }

  private static Optional<Split> ofFields(Fields split) {
    split.refuseUnknown(List.of("train", "validation", "test", "seed"));
    long seed = split.integer("seed").orElse(Split.DEFAULT.seed());
    List<String> absent = SHARES.stream().filter(share -> split.value(share).isEmpty()).toList();
    if (absent.size() == SHARES.size()) {
      Split usual = Split.DEFAULT;
      return Optional.of(new Split(usual.train(), usual.validation(), usual.test(), seed));
    }
    absent.forEach(
        share -> split.mistake(share, "is needed when one of train, validation, test is given"));
    List<Integer> given =
        SHARES.stream()
            .flatMap(share -> split.integer(share).stream())
            .map(SplitReader::share)
            .toList();
    return given.size() < SHARES.size() ? Optional.empty() : checked(split, "", given, seed);
  }

  private static Optional<Split> ofText(Fields fields, String text) {
    if (!text.matches("\\d{1,3}/\\d{1,3}/\\d{1,3}")) {
      fields.mistake("split", "is train/validation/test in percent, such as \"70/15/15\"");
      return Optional.empty();
    }
    List<Integer> shares = List.of(text.split("/", -1)).stream().map(Integer::valueOf).toList();
    return checked(fields, "split", shares, Split.DEFAULT.seed());
  }

  private static Optional<Split> checked(
      Fields fields, String name, List<Integer> shares, long seed) {
    return fields.checked(name, () -> new Split(shares.get(0), shares.get(1), shares.get(2), seed));
  }

  /** Anything beyond a percentage stays wrong, and does not overflow. */
  private static int share(long percent) {
    return Math.clamp(percent, -1, 101);
  }
}
