// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.store.ObjectInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what was captured in a range of time by the folders of its hours. */
final class HourFolders {
  private static final Pattern HOUR =
      Pattern.compile("/(\\d{4})/(\\d\\d)/(\\d\\d)/(\\d\\d)/[^/]*$");

  private HourFolders() {}

  /** Whether the object may hold rows of the range; one in no folder of an hour may. */
  static boolean mayHold(ObjectInfo object, WindowOrder range) {
    Instant from = Objects.requireNonNull(range.from());
    Instant to = Objects.requireNonNull(range.to());
    Matcher matcher = HOUR.matcher(object.key().path());
    if (!matcher.find()) {
      return true;
    }
    try {
      Instant hour =
          LocalDateTime.of(
                  Integer.parseInt(matcher.group(1)),
                  Integer.parseInt(matcher.group(2)),
                  Integer.parseInt(matcher.group(3)),
                  Integer.parseInt(matcher.group(4)),
                  0)
              .toInstant(ZoneOffset.UTC);
      return hour.isBefore(to) && !hour.isBefore(from.truncatedTo(ChronoUnit.HOURS));
    } catch (DateTimeException noHour) {
      return true;
    }
  }
}
