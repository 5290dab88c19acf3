// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.odometer.core.project.NotificationKind;
import io.odometer.orchestrator.notification.Notice.AlarmRow;
import io.odometer.orchestrator.notification.Notice.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Writes notices as plain text and as HTML that mail programs show. Safe for use by many threads.
 */
final class LetterWriter {
  private static final int LONGEST_SUBJECT = 180;

  /** Line breaks above all, which would end the header; and what is not seen. */
  private static final Pattern UNSEEN = Pattern.compile("\\p{C}+");

  private final Template text;
  private final Template html;

  LetterWriter() {
    Mustache.Compiler compiler = Mustache.compiler().emptyStringIsFalse(true).zeroIsFalse(true);
    text = compiler.escapeHTML(false).compile(template("mail.txt.mustache"));
    html = compiler.compile(template("mail.html.mustache"));
  }

  /** What the templates see. */
  private record View(
      String title,
      String heading,
      String project,
      String kind,
      String time,
      String accent,
      String summary,
      String next,
      List<Fact> facts,
      boolean hasAlarms,
      List<AlarmRow> alarms,
      List<ChartView> charts) {}

  Letter write(Notice notice) {
    View view = view(notice);
    return new Letter("[odometer] " + view.title(), text.execute(view), html.execute(view));
  }

  private static View view(Notice notice) {
    String heading = oneLine(words(notice.kind()) + ": " + notice.headline());
    return new View(
        oneLine(notice.project() + ": " + heading),
        capitalised(heading),
        notice.project().value(),
        notice.kind().json(),
        Figures.time(notice.time()),
        accent(notice.kind()),
        notice.summary(),
        notice.next(),
        notice.facts(),
        !notice.alarms().isEmpty(),
        notice.alarms(),
        notice.charts());
  }

  private static String words(NotificationKind kind) {
    return kind.json().replace('-', ' ');
  }

  private static String capitalised(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static String oneLine(String words) {
    String line = UNSEEN.matcher(words).replaceAll(" ").strip();
    int length = line.codePointCount(0, line.length());
    return length <= LONGEST_SUBJECT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
  }

  private static String accent(NotificationKind kind) {
    return switch (kind) {
      case EXECUTION_SUCCEEDED -> "#067647";
      case EXECUTION_FAILED -> "#b42318";
      case MODEL_REJECTED -> "#b54708";
      case CHAMPION_CHANGED -> "#175cd3";
      case DRIFT -> "#c4320a";
    };
  }

  private static String template(String name) {
    try (InputStream resource =
        Objects.requireNonNull(
            LetterWriter.class.getResourceAsStream("/notification/" + name), name)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
