// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.ledger;

import io.odometer.core.execution.ExecutionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code monitoring/<project>/ledger.json}: what was taken, and the runs that took it. A run counts
 * exactly if it stands here.
 *
 * @param format of this file; a newer one is not touched
 * @param windows oldest first. All have what late labels need, and go when no label is looked for
 *     any more; the last {@value #WITH_FINDINGS} have findings
 */
public record Ledger(int format, Bookmark bookmark, List<LedgerWindow> windows) {
  public static final int FORMAT = 1;

  /** As many as the rule of several windows and the trends of a report look at. */
  public static final int WITH_FINDINGS = 48;

  /** A label of a prediction that is farther back is not joined any more. */
  public static final int MOST_WINDOWS = 2_000;

  public static final Ledger EMPTY = new Ledger(FORMAT, Bookmark.START, List.of());

  public Ledger {
    windows = List.copyOf(windows);
  }

  public boolean has(ExecutionId execution) {
    return windows.stream().anyMatch(window -> window.execution().equals(execution));
  }

  /** Those with findings, oldest first. */
  public List<LedgerWindow> recent() {
    return windows.subList(Math.max(0, windows.size() - WITH_FINDINGS), windows.size());
  }

  /**
   * The ledger after a run.
   *
   * @param reopened earlier windows that late labels changed
   * @param labelHorizon windows that ended longer before this one began are forgotten
   */
  public Ledger after(
      Bookmark moved, LedgerWindow window, List<LedgerWindow> reopened, Duration labelHorizon) {
    Map<ExecutionId, LedgerWindow> changed =
        reopened.stream().collect(Collectors.toMap(LedgerWindow::execution, Function.identity()));
    Instant horizon = window.startedAt().minus(labelHorizon);
    List<LedgerWindow> all = new ArrayList<>();
    windows.stream().map(old -> changed.getOrDefault(old.execution(), old)).forEach(all::add);
    all.add(window);
    int size = all.size();
    List<LedgerWindow> kept = new ArrayList<>();
    for (int i = Math.max(0, size - MOST_WINDOWS); i < size; i++) {
      LedgerWindow old = all.get(i);
      if (i >= size - WITH_FINDINGS) {
        kept.add(old);
      } else if (old.startedAt().isAfter(horizon)) {
        kept.add(old.withoutFindings());
      }
    }
    return new Ledger(FORMAT, moved, kept);
  }
}
