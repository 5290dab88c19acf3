// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.ledger;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.MonitoringObjects;
import io.odometer.core.project.ProjectName;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads ledgers, and moves them by compare-and-swap. Safe for use by many threads. */
public final class LedgerStore {
  private final ObjectStore store;

  public LedgerStore(ObjectStore store) {
    this.store = store;
  }

  /** An empty one where there is none yet. */
  public LedgerVersion read(ProjectName project) {
    return find(project).orElseGet(() -> new LedgerVersion(Ledger.EMPTY, null));
  }

  private Optional<LedgerVersion> find(ProjectName project) {
    ObjectKey key = MonitoringObjects.ledger(project);
    try (ObjectContent content = store.open(key)) {
      return Optional.of(
          new LedgerVersion(parse(key, content.stream().readAllBytes()), content.info().etag()));
    } catch (OdometerException failure) {
      if (failure.error().equals(Errors.STORE_NOT_FOUND)) {
        return Optional.empty();
      }
      throw failure;
    } catch (IOException broken) {
      throw new OdometerException(
          Errors.STORE_UNAVAILABLE, "reading " + key + " broke off", broken);
    }
  }

  private static Ledger parse(ObjectKey key, byte[] json) {
    try {
      Ledger ledger = Json.read(json, Ledger.class);
      if (ledger.format() != Ledger.FORMAT) {
        throw new OdometerException(
            Errors.LEDGER_UNREADABLE,
            "%s has format %d; this version reads %d"
                .formatted(key, ledger.format(), Ledger.FORMAT));
      }
      return ledger;
    } catch (JacksonException malformed) {
      throw new OdometerException(Errors.LEDGER_UNREADABLE, key + " is no ledger", malformed);
    }
  }

  /**
   * Puts the next ledger in the place of the one that was read, once: whoever does it again for the
   * same execution finds it done.
   *
   * @param etag of the ledger that {@code next} was made from; null if there was none
   * @param next has a window of the execution
   * @return the ledger that has the execution's window
   * @throws OdometerException {@code Ledger.Conflict} if another run moved it meanwhile
   */
  public Ledger commit(
      ProjectName project, ExecutionId execution, @Nullable String etag, Ledger next) {
    if (!next.has(execution)) {
      throw new IllegalArgumentException("the ledger has no window of " + execution);
    }
    LedgerVersion current = read(project);
    if (current.ledger().has(execution)) {
      return current.ledger();
    }
    if (!Objects.equals(current.etag(), etag)) {
      throw conflict(project, execution);
    }
    return swap(project, execution, etag, next);
  }

  private Ledger swap(
      ProjectName project, ExecutionId execution, @Nullable String etag, Ledger next) {
    PutCondition unchanged =
        etag == null ? new PutCondition.IfAbsent() : new PutCondition.IfMatch(etag);
    try {
      store.put(MonitoringObjects.ledger(project), Json.bytes(next), unchanged);
      return next;
    } catch (OdometerException failure) {
      if (!failure.error().equals(Errors.STORE_PRECONDITION)) {
        throw failure;
      }
      LedgerVersion winner = read(project);
      if (winner.ledger().has(execution)) {
        return winner.ledger();
      }
      throw conflict(project, execution);
    }
  }

  private static OdometerException conflict(ProjectName project, ExecutionId execution) {
    return new OdometerException(
        Errors.LEDGER_CONFLICT,
        "another run of %s's monitor moved %s after %s had read it and took the same payload; this run does not count, so nothing was counted twice"
            .formatted(project, MonitoringObjects.ledger(project), execution));
  }
}
