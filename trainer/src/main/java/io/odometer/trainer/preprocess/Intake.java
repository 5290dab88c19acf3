// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.table.CsvTable;
import io.odometer.core.training.ObjectVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes each object whole or not at all: every one is read to its end before a row of any is used.
 * A fault in a fresh object fails the training that its arrival began; a fault that a training
 * already met leaves the object out, so that it cannot fail every later one.
 */
final class Intake {
  /** What is wrong with an object, rather than with the store or all data together. */
  private static final Set<ErrorName> FAULTS =
      Set.of(
          Errors.DATA_EMPTY,
          Errors.DATA_MALFORMED,
          Errors.DATA_ENCODING,
          Errors.DATA_TOO_LARGE,
          Errors.SCHEMA_TARGET_MISSING,
          Errors.SCHEMA_HEADER,
          Errors.SCHEMA_TOO_MANY_COLUMNS);

  /** Warnings travel with a workflow's data, which is bounded. */
  private static final int MOST_WARNINGS = 100;

  private static final int SHOWN_CHARACTERS = 300;

  private record Fault(ObjectVersion object, OdometerException error) {}

  private final ObjectStore store;
  private final PreprocessLimits limits;
  private final DataChecks checks;
  private final Path scratch;
  private final Map<SpooledObject, List<String>> tables = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  Intake(ObjectStore store, PreprocessLimits limits, DataChecks checks, Path scratch) {
    this.store = store;
    this.limits = limits;
    this.checks = checks;
    this.scratch = scratch;
  }

  /**
   * The usable objects and their headers.
   *
   * @throws OdometerException the first fresh object's fault; if none is usable, the first one's
   */
  Map<SpooledObject, List<String>> take(List<ObjectVersion> objects) throws IOException {
    if (objects.isEmpty()) {
      throw DataChecks.failure(Errors.DATA_EMPTY, "there is no object to train from");
    }
    for (ObjectVersion object : objects) {
      try {
        take(object);
      } catch (OdometerException e) {
        if (!FAULTS.contains(e.error())) {
          throw e;
        }
        faults.add(new Fault(object, e));
      }
    }
    failOn(faults.stream().filter(fault -> fault.object().fresh()).toList());
    if (tables.isEmpty()) {
      failOn(faults);
    }
    return tables;
  }

  private void take(ObjectVersion object) throws IOException {
    Path file = scratch.resolve("object-" + (tables.size() + faults.size()));
    SpooledObject spooled = SpooledObject.spool(store, object, file);
    tables.put(spooled, spooled.read(limits.table(), table -> header(object, table)));
  }

  /** The header of a table that is sound to its end. */
  private List<String> header(ObjectVersion object, CsvTable table) {
    checks.target(object.key(), table.header());
    boolean empty = true;
    for (String[] cells = table.next(); cells != null; cells = table.next()) {
      empty = empty && CsvTable.isBlank(cells);
    }
    if (empty) {
      throw DataChecks.failure(Errors.DATA_EMPTY, object.key() + " has a header but no row");
    }
    return table.header();
  }

  private static void failOn(List<Fault> faults) {
    Optional<OdometerException> first = faults.stream().map(Fault::error).findFirst();
    if (first.isPresent()) {
      OdometerException error = first.get();
      throw faults.size() == 1
          ? error
          : new OdometerException(
              error.error(),
              "%s; %,d more cannot be used either".formatted(error.reason(), faults.size() - 1),
              error);
    }
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    faults.stream().limit(MOST_WARNINGS).map(Intake::describe).forEach(warnings::add);
    if (faults.size() > MOST_WARNINGS) {
      warnings.add("left out: %,d more objects".formatted(faults.size() - MOST_WARNINGS));
    }
    tables.keySet().stream()
        .filter(SpooledObject::guessed)
        .map(Intake::describeGuess)
        .forEach(warnings::add);
    return warnings;
  }

  /** Reasons begin with the object's name. */
  private static String describe(Fault fault) {
    String reason = fault.error().reason();
    String shown =
        reason.length() > SHOWN_CHARACTERS ? reason.substring(0, SHOWN_CHARACTERS) + "…" : reason;
    return "left out: %s (%s)".formatted(shown, fault.error().error());
  }

  private static String describeGuess(SpooledObject one) {
    return "%s is not valid UTF-8 and was read as %s"
        .formatted(one.object().key(), one.form().charset());
  }
}
