// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.project.JoinSource;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.registry.ModelId;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.text.ByteText;
import io.odometer.scorer.plan.CsvLayout;
import io.odometer.scorer.plan.ModelVersions;
import io.odometer.scorer.plan.ScoringPlan;
import io.odometer.scorer.plan.TextSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the rows of one plan are scored: makes scorers, one for each thread. Immutable. */
final class RowScoring {
  /** Bytes of output that a block of input makes, so that the text seldom has to grow. */
  private static final int EXPECTED_OUTPUT = 5 * RangeScoring.BLOCK / 2;

  private final ScoringPlan plan;
  private final ServingEndpoint serving;
  private final CaptureFrame frame;
  private final String version;

  RowScoring(ScoringPlan plan, ServingEndpoint serving, ExecutionId execution, Instant startedAt) {
    List<ModelId> members = plan.order().endpoint().members();
    this.plan = plan;
    this.serving = serving;
    this.version = ModelVersions.text(members);
    List<String> algorithms = members.stream().map(member -> member.algorithm().value()).toList();
    double share = CaptureFrame.share(plan.order().settings().captureShare(), plan.rows());
    this.frame = new CaptureFrame(execution, startedAt, share, algorithms, version);
  }

  BlockScorer scorer() {
    TextSource source = plan.source();
    ScoringSettings settings = plan.order().settings();
    if (source.json()) {
      return new JsonBlockScorer(serving, settings, source.form().charset(), frame);
    }
    CsvLayout layout = CsvLayout.of(source, settings.inputFilter(), serving.fields());
    Optional<OutputCells> cells = chosenCells();
    return new CsvBlockScorer(
        serving,
        layout,
        source.form(),
        cells.isPresent(),
        plan.hasEmptyRows(),
        () ->
            new CsvResult(
                output(cells), new Rejects(settings.neutralizeFormulas()), new CaptureRows(frame)));
  }

  /** The output's first line, where the input has one. */
  ByteText header() {
    List<String> header = plan.source().header();
    if (header == null) {
      return new ByteText(0);
    }
    OutputCells cells = OutputColumns.cells(plan);
    CellRows rows = rows(cells);
    rows.add(cells.header(header));
    return rows.text();
  }

  private RowOutput output(Optional<OutputCells> cells) {
    return cells
        .<RowOutput>map(this::rows)
        .orElseGet(
            () ->
                new RawRows(
                    plan.source().delimiter(),
                    version.getBytes(StandardCharsets.US_ASCII),
                    EXPECTED_OUTPUT));
  }

  private CellRows rows(OutputCells cells) {
    return new CellRows(cells, plan.source().delimiter(), plan.source().form().charset());
  }

  /** Nothing where rows can be copied as they stand. */
  private Optional<OutputCells> chosenCells() {
    ScoringSettings settings = plan.order().settings();
    boolean asTheyStand =
        settings.joinSource() == JoinSource.INPUT
            && settings.outputFilter().isWhole()
            && !settings.neutralizeFormulas()
            && version.indexOf(plan.source().delimiter()) < 0;
    return asTheyStand ? Optional.empty() : Optional.of(OutputColumns.cells(plan));
  }
}
