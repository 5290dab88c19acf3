// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;

/**
 * Reads the JSON that XGBoost 2 and 3 save, as a stream: floats are parsed from their own digits,
 * never by way of a double. Fields may come in any order; {@code best_iteration}, which early
 * stopping leaves among the attributes, ends the forest there.
 */
final class XgBoostReader {
  /**
   * Those whose prediction is the sum itself. A link function would have to match C's to the bit.
   */
  private static final Set<String> OBJECTIVES =
      Set.of(
          "reg:squarederror",
          "reg:linear",
          "reg:absoluteerror",
          "reg:pseudohubererror",
          "reg:squaredlogerror",
          "reg:quantileerror");

  private final JsonStream json;
  private String booster = "";
  private String objective = "";
  private String baseScore = "";
  private int featureCount = -1;
  private int outputs = 1;
  private int bestIteration = -1;
  private int[] roundEnds = {};
  private final List<RawTree> trees = new ArrayList<>();

  private XgBoostReader(JsonStream json) {
    this.json = json;
  }

  static Forest read(byte[] bytes) {
    return parse(bytes).forest();
  }

  /** The total gain of the splits on each feature, over the rounds that are kept. */
  static double[] gains(byte[] bytes) {
    XgBoostReader reader = parse(bytes);
    double[] gains = new double[reader.forest().featureCount()];
    reader.trees.subList(0, reader.treesKept()).forEach(tree -> tree.addGains(gains));
    return gains;
  }

  private static XgBoostReader parse(byte[] bytes) {
    try (JsonParser parser = Json.mapper().createParser(bytes)) {
      XgBoostReader reader = new XgBoostReader(new JsonStream(parser));
      parser.nextToken();
      reader.json.object(reader::document);
      return reader;
    }
  }

  private void document(String field) {
    if (field.equals("learner")) {
      json.object(this::learner);
    }
  }

  private void learner(String field) {
    switch (field) {
      case "attributes" -> json.object(this::attribute);
      case "gradient_booster" -> json.object(this::gradientBooster);
      case "learner_model_param" -> json.object(this::parameter);
      case "objective" -> json.object(this::objective);
      default -> {}
    }
  }

  private void attribute(String field) {
    if (field.equals("best_iteration")) {
      bestIteration = json.integer();
    }
  }

  private void objective(String field) {
    if (field.equals("name")) {
      objective = json.text();
    }
  }

  private void parameter(String field) {
    switch (field) {
      case "base_score" -> baseScore = json.text();
      case "num_feature" -> featureCount = json.integer();
      case "num_class", "num_target" -> outputs = Math.max(outputs, json.integer());
      default -> {}
    }
  }

  private void gradientBooster(String field) {
    switch (field) {
      case "name" -> booster = json.text();
      case "model" -> json.object(this::treeModel);
      default -> {}
    }
  }

  private void treeModel(String field) {
    switch (field) {
      case "iteration_indptr" -> roundEnds = json.integers();
      case "trees" -> json.array(() -> trees.add(RawTree.read(json)));
      default -> {}
    }
  }

  private Forest forest() {
    require(
        booster.equals("gbtree"), "booster '%s'; the evaluator knows gbtree".formatted(booster));
    require(
        OBJECTIVES.contains(objective),
        "objective '%s'; the evaluator knows %s".formatted(objective, OBJECTIVES));
    require(outputs == 1, "model of %d outputs; the evaluator knows one".formatted(outputs));
    if (featureCount < 0 || baseScore.isEmpty()) {
      throw corrupt("num_feature or base_score");
    }
    List<Tree> kept =
        trees.subList(0, treesKept()).stream().map(tree -> tree.checked(featureCount)).toList();
    return new Forest(featureCount, baseScore(), kept);
  }

  /** {@code 2.6E4} in version 3.0, {@code [2.6E4]} later. */
  private float baseScore() {
    boolean bracketed = baseScore.startsWith("[") && baseScore.endsWith("]");
    String number = bracketed ? baseScore.substring(1, baseScore.length() - 1) : baseScore;
    require(!number.contains(","), "base score of several outputs: " + baseScore);
    try {
      return Float.parseFloat(number);
    } catch (NumberFormatException unreadable) {
      throw corrupt("a readable base_score but '" + baseScore + "'");
    }
  }

  private int treesKept() {
    if (bestIteration < 0) {
      return trees.size();
    }
    if (bestIteration + 1 >= roundEnds.length || roundEnds[bestIteration + 1] > trees.size()) {
      throw corrupt("the trees of round " + bestIteration + ", its best");
    }
    return roundEnds[bestIteration + 1];
  }

  private static void require(boolean supported, String what) {
    if (!supported) {
      throw new OdometerException(Errors.MODEL_UNSUPPORTED, "an XGBoost " + what);
    }
  }

  private static OdometerException corrupt(String what) {
    return new OdometerException(Errors.MODEL_CORRUPT, "the XGBoost model does not have " + what);
  }

  /** A tree's arrays as they come. */
  private static final class RawTree {
    private final JsonStream json;
    private int[] left = {};
    private int[] right = {};
    private int[] feature = {};
    private int[] missingLeft = {};
    private int[] splitType = {};
    private float[] value = {};
    private float[] gain = {};
    private int leafSize = 1;

    private RawTree(JsonStream json) {
      this.json = json;
    }

    static RawTree read(JsonStream json) {
      RawTree tree = new RawTree(json);
      json.object(tree::field);
      return tree;
    }

    private void field(String name) {
      switch (name) {
        case "left_children" -> left = json.integers();
        case "right_children" -> right = json.integers();
        case "split_indices" -> feature = json.integers();
        case "default_left" -> missingLeft = json.integers();
        case "split_type" -> splitType = json.integers();
        case "split_conditions" -> value = json.floats();
        case "loss_changes" -> gain = json.floats();
        case "tree_param" -> json.object(this::parameter);
        default -> {}
      }
    }

    private void parameter(String name) {
      if (name.equals("size_leaf_vector")) {
        leafSize = json.integer();
      }
    }

    void addGains(double[] gains) {
      for (int node = 0; node < Math.min(gain.length, left.length); node++) {
        if (left[node] >= 0) {
          gains[feature[node]] += gain[node];
        }
      }
    }

    Tree checked(int featureCount) {
      require(
          leafSize <= 1, "tree with %d values a leaf; the evaluator knows one".formatted(leafSize));
      boolean[] left = new boolean[missingLeft.length];
      for (int node = 0; node < left.length; node++) {
        left[node] = missingLeft[node] != 0;
      }
      for (int type : splitType) {
        require(type == 0, "tree with a categorical split; the evaluator knows numerical ones");
      }
      return Tree.of(this.left, right, feature, value, left, featureCount);
    }
  }
}
