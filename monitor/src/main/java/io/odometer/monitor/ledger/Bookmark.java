// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.ledger;

import java.time.Instant;

/** How far each source was taken: what endpoints and batches served, and its labels. */
public record Bookmark(SourceMark capture, SourceMark truth) {
  public static final Bookmark START = new Bookmark(SourceMark.START, SourceMark.START);

  public Bookmark rewound(Instant from) {
    return new Bookmark(capture.rewound(from), truth.rewound(from));
  }
}
