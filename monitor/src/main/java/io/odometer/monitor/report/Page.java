// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the page says, in the order it says it. */
record Page(
    String project,
    Verdict verdict,
    List<Fact> facts,
    List<String> notices,
    List<Card> drifted,
    List<Card> steady,
    List<Card> predictions,
    List<Quality> quality,
    @Nullable String qualityNote,
    List<Fact> methods) {

  boolean hasNotices() {
    return !notices.isEmpty();
  }

  boolean hasDrifted() {
    return !drifted.isEmpty();
  }

  boolean hasSteady() {
    return !steady.isEmpty();
  }

  boolean hasPredictions() {
    return !predictions.isEmpty();
  }

  /**
   * The answer, first.
   *
   * @param state {@code drift}, {@code watch} or {@code ok}: the style's class
   * @param mark a sign, so that it is not told by colour alone
   */
  record Verdict(
      String state,
      String mark,
      String word,
      String headline,
      List<Fact> findings,
      @Nullable String advice) {

    boolean hasFindings() {
      return !findings.isEmpty();
    }
  }

  /** A name and what there is to say. */
  record Fact(String name, String text) {}

  /**
   * One feature, or one member's predictions.
   *
   * @param anchor its id in the page
   * @param chart null where there is nothing to draw
   * @param trend null before the second window
   */
  record Card(
      String anchor,
      String name,
      String kind,
      Verdict verdict,
      @Nullable Picture chart,
      List<Measure> measures,
      @Nullable Picture trend,
      @Nullable String trendText,
      @Nullable Rows examples) {

    boolean hasMeasures() {
      return !measures.isEmpty();
    }

    boolean hasPictures() {
      return chart != null || trend != null;
    }
  }

  /**
   * A line of a table of numbers.
   *
   * @param state class and mark of the line: empty, or {@code broken}
   */
  record Measure(String name, String baseline, String now, String limit, String state) {}

  /** A small table of cells. */
  record Rows(List<String> header, List<Cells> rows) {}

  /** A row of them. */
  record Cells(List<String> cells) {}

  /** Errors of one member. */
  record Quality(
      String member,
      Verdict verdict,
      String text,
      List<Measure> measures,
      @Nullable Picture trend,
      @Nullable String trendText) {}
}
