// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.payload;

import io.odometer.core.store.ObjectKey;
import io.odometer.monitor.ledger.Bookmark;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What consolidate leaves beside its tables: {@code Consolidated.taken()}.
 *
 * @param ledger etag of the ledger that the run began with; null if there was none
 * @param bookmark where it stands once the run counts
 * @param objects what was taken, the first of them by name, for people
 * @param left objects that are new, too, and wait for the next run
 * @param predictions of this window, {@code predictions.csv.gz}; null without any
 * @param labels that were taken, {@code labels.csv.gz}; null without any
 * @param named for each feature how many rows named it at all, be it without a value
 * @param extraColumns columns that no model knows, and how many rows had them
 * @param retiredColumns columns that only models know which do not serve any more, likewise
 * @param unreadable why captured records could not be read, and how many
 * @param unusableLabels why labels could not be used, and how many
 * @param places where the first of both stand
 */
public record Taken(
    @Nullable String ledger,
    Bookmark bookmark,
    List<ObjectKey> objects,
    long left,
    @Nullable ObjectKey predictions,
    @Nullable ObjectKey labels,
    Map<String, Long> named,
    Map<String, Long> extraColumns,
    Map<String, Long> retiredColumns,
    Map<String, Long> unreadable,
    Map<String, Long> unusableLabels,
    List<String> places) {
  /** Names of its files in the folder of the task, and of the same in the results of the run. */
  public static final String PREDICTIONS = "predictions.csv.gz";

  public static final String LABELS = "labels.csv.gz";

  public Taken {
    objects = List.copyOf(objects);
    named = sorted(named);
    extraColumns = sorted(extraColumns);
    retiredColumns = sorted(retiredColumns);
    unreadable = sorted(unreadable);
    unusableLabels = sorted(unusableLabels);
    places = List.copyOf(places);
  }

  private static Map<String, Long> sorted(Map<String, Long> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
