// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.monitoring.WindowMode;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.ProjectName;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectStore;
import io.odometer.monitor.ledger.Bookmark;
import io.odometer.monitor.ledger.SeenLimits;
import io.odometer.monitor.ledger.SeenObject;
import io.odometer.monitor.ledger.SourceMark;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What lies in the buckets of a project, and which of it a run is to take. For one thread. */
final class SourceObjects {
  private final ObjectStore store;
  private final ProjectName project;
  private final WindowOrder order;
  private final SourceMark captureMark;
  private final SourceMark truthMark;
  private final Selector capture;
  private final Selector truth;

  SourceObjects(
      ObjectStore store,
      ProjectName project,
      WindowOrder order,
      Bookmark bookmark,
      ConsolidateLimits limits) {
    this.store = store;
    this.project = project;
    this.order = order;
    Bookmark begin =
        order.mode() == WindowMode.REWIND
            ? bookmark.rewound(Objects.requireNonNull(order.from()))
            : bookmark;
    this.captureMark = begin.capture();
    this.truthMark = begin.truth();
    this.capture = new Selector(limits, SeenObject::ofName);
    this.truth = new Selector(limits, SeenObject::ofVersion);
  }

  /** Of endpoint and batches. */
  Selection capture() {
    Predicate<ObjectInfo> wanted =
        order.mode() == WindowMode.RANGE
            ? object -> HourFolders.mayHold(object, order)
            : object -> object.modifiedAt().isAfter(captureMark.after());
    for (String folder : List.of("/AllTraffic/", "/batch/")) {
      offer(Buckets.CAPTURE, project + folder, wanted, captureMark, capture);
    }
    return capture.select();
  }

  /** For a range, whatever came since it began: labels are late. */
  Selection truth() {
    Predicate<ObjectInfo> wanted =
        order.mode() == WindowMode.RANGE
            ? object -> !object.modifiedAt().isBefore(Objects.requireNonNull(order.from()))
            : object -> object.modifiedAt().isAfter(truthMark.after());
    offer(Buckets.GROUND_TRUTH, project + "/", wanted, truthMark, truth);
    return truth.select();
  }

  private void offer(
      String bucket,
      String prefix,
      Predicate<ObjectInfo> wanted,
      SourceMark mark,
      Selector selector) {
    Set<String> seen = order.mode() == WindowMode.RANGE ? Set.of() : mark.ids();
    try (Stream<ObjectInfo> listed = store.list(bucket, prefix)) {
      listed.filter(wanted).forEach(object -> selector.offer(object, seen::contains));
    }
  }

  /** Where the bookmark stands once these were taken. */
  Bookmark moved(
      Selection captured,
      List<ObjectInfo> capturedTaken,
      Selection labels,
      List<ObjectInfo> labelsTaken) {
    return new Bookmark(
        captureMark.moved(
            captured.known(),
            capturedTaken.stream().map(capture::seen).toList(),
            SeenLimits.DEFAULT),
        truthMark.moved(
            labels.known(), labelsTaken.stream().map(truth::seen).toList(), SeenLimits.DEFAULT));
  }
}
