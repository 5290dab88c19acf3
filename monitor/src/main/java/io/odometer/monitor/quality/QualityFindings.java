// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.quality;

import io.odometer.monitor.ledger.LedgerWindow;
import java.util.List;

/**
 * What model-quality leaves for evaluate-drift, {@value #FILE} in its folder.
 *
 * @param predictions of this window that a label could be joined to
 * @param labelled of them, how many have one
 * @param members the endpoint's in its order, and the combined prediction last
 * @param reopened earlier windows that late labels changed, as they are now
 * @param notices for people
 */
public record QualityFindings(
    long predictions,
    long labelled,
    List<MemberQuality> members,
    List<LedgerWindow> reopened,
    List<String> notices) {
  public static final String FILE = "report.json";

  public QualityFindings {
    members = List.copyOf(members);
    reopened = List.copyOf(reopened);
    notices = List.copyOf(notices);
  }
}
