// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import io.odometer.core.project.Range;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a column is from its profile. */
final class ColumnDecision {
  private static final double DATES = 0.95;
  private static final double NUMBERS = 0.9;
  private static final double UNITS = 0.95;
  private static final double MIXED_NUMBERS = 0.2;
  private static final double NEARLY_UNIQUE = 0.95;
  private static final int ENOUGH_TO_TELL = 20;
  private static final int SHOWN_CATEGORIES = 50;
  private static final int FEW = 50;
  private static final Set<String> IDENTIFIER_WORDS =
      Set.of("id", "ids", "uuid", "guid", "key", "index", "idx", "ref", "reference", "vin", "url");

  private final String name;
  private final ColumnProfile profile;
  private final @Nullable ColumnType pinned;
  private final ColumnType type;

  ColumnDecision(String name, ColumnProfile profile, @Nullable ColumnType pinned) {
    this.name = name;
    this.profile = profile;
    this.pinned = pinned;
    this.type = pinned == null ? inferType() : pinned;
  }

  static Column label(String name, ColumnProfile profile) {
    return new ColumnDecision(name, profile, ColumnType.NUMBER).column();
  }

  Optional<String> reasonToDrop() {
    if (profile.present() == 0) {
      return Optional.of("empty");
    }
    boolean everywhere = profile.present() == profile.rows();
    if (profile.distinct() == 1
        && (everywhere || (pinned == null && profile.missingShare() < 0.01))) {
      return Optional.of("constant: " + profile.example());
    }
    return pinned == null && isIdentifier()
        ? Optional.of(
            "identifier-like: nearly every row has another value, such as " + profile.example())
        : Optional.empty();
  }

  Column column() {
    boolean comma = profile.decimalComma();
    NumberForm numbers = hasNumbers() ? profile.numberForm(comma) : null;
    Range range =
        switch (type) {
          case DATE -> profile.dateRange();
          case NUMBER -> profile.numberRange(comma);
          case CATEGORY, TEXT -> null;
        };
    boolean named = type == ColumnType.CATEGORY || type == ColumnType.TEXT;
    List<String> categories = named ? profile.mostFrequent(SHOWN_CATEGORIES) : List.of();
    return new Column(
        name,
        type,
        numbers,
        profile.dayBeforeMonth(),
        range,
        categories,
        profile.distinct(),
        profile.missingShare(),
        profile.example());
  }

  private boolean hasNumbers() {
    return type == ColumnType.NUMBER
        || (type == ColumnType.CATEGORY && profile.plainNumberShare() >= MIXED_NUMBERS);
  }

  private ColumnType inferType() {
    if (profile.dateShare() >= DATES) {
      return ColumnType.DATE;
    }
    if (profile.numberShare() >= NUMBERS && profile.unitCoverage() >= UNITS) {
      return ColumnType.NUMBER;
    }
    boolean many = profile.distinct() > Math.max(FEW, profile.present() / 50);
    return many && profile.severalWordsShare() >= 0.5 ? ColumnType.TEXT : ColumnType.CATEGORY;
  }

  private boolean isIdentifier() {
    if (profile.present() < ENOUGH_TO_TELL) {
      return false;
    }
    boolean unique = profile.distinct() >= NEARLY_UNIQUE * profile.present();
    return switch (type) {
      case DATE -> false;
      case NUMBER ->
          profile.allWholeNumbers() && (profile.countsUp() || (unique && namedIdentifier()));
      case CATEGORY -> unique;
      case TEXT -> unique && (namedIdentifier() || profile.wordsPerCell() < 1.5);
    };
  }

  private boolean namedIdentifier() {
    String separated = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    for (String word : separated.split("[^\\p{L}\\p{N}]+", -1)) {
      if (IDENTIFIER_WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
