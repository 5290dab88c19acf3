// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.drift.FeatureReport;
import io.odometer.core.drift.Violation;
import io.odometer.monitor.report.Page.Card;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code report.html}; the same run gives the same bytes. Safe for use by many threads. */
public final class RunReport {
  private final ReportTemplate template = new ReportTemplate();

  public byte[] page(RunView view) {
    return template.bytes(pageOf(view));
  }

  private static Page pageOf(RunView view) {
    FeatureCards cards = new FeatureCards(view);
    List<Card> drifted = new ArrayList<>();
    List<Card> steady = new ArrayList<>();
    List<Card> predictions = new ArrayList<>();
    List<FeatureReport> features = view.features();
    for (int i = 0; i < features.size(); i++) {
      FeatureReport feature = features.get(i);
      Card card = cards.card(feature, i);
      if (Subject.isPrediction(view, feature.name())) {
        predictions.add(card);
      } else if (view.violations(feature.name()).isEmpty()) {
        steady.add(card);
      } else {
        drifted.add(card);
      }
    }
    extras(view).forEach(extra -> drifted.add(cards.extra(extra, drifted.size())));
    QualityCards quality = new QualityCards(view);
    return new Page(
        view.input().project().name().toString(),
        new Headline(view).verdict(),
        new WindowFacts(view).list(),
        notices(view),
        drifted,
        steady,
        predictions,
        quality.list(),
        quality.note(),
        Methods.of(view.input().project().monitoring()));
  }

  private static List<Violation> extras(RunView view) {
    List<String> known = view.features().stream().map(FeatureReport::name).toList();
    return view.data() == null
        ? List.of()
        : view.data().report().violations().stream()
            .filter(violation -> !known.contains(violation.subject()))
            .toList();
  }

  private static List<String> notices(RunView view) {
    List<String> notices = new ArrayList<>();
    if (view.data() != null) {
      notices.addAll(view.data().notices());
    }
    if (view.quality() != null) {
      notices.addAll(view.quality().notices());
    }
    view.taken()
        .unreadable()
        .forEach((why, count) -> notices.add("%s not read: %s".formatted(records(count), why)));
    view.taken()
        .unusableLabels()
        .forEach(
            (why, count) ->
                notices.add("%s not used: %s".formatted(Figures.count(count, "label"), why)));
    if (view.taken().left() > 0) {
      notices.add(Figures.count(view.taken().left(), "new object") + " waits for the next run.");
    }
    return notices;
  }

  private static String records(long count) {
    return Figures.count(count, "captured record");
  }
}
