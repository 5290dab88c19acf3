// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForestTest {
  private static final int FEATURES = 5;

  private final Random random = new Random(7);

  @Test
  void padded_and_linked_walkers_agree_with_a_plain_walk_to_the_last_bit() {
    for (int trees = 0; trees < 14; trees++) {
      Forest forest = new Forest(FEATURES, 26_000.1f, randomTrees(trees, 6));
      Predictor padded = new PaddedForest(forest).predictor();
      Predictor linked = new LinkedForest(forest).predictor();
      for (int row = 0; row < 500; row++) {
        float[] features = randomFeatures();
        float expected = walk(forest, features);
        assertSameBits(expected, padded.predict(features));
        assertSameBits(expected, linked.predict(features));
      }
    }
  }

  @Test
  void many_rows_are_predicted_as_each_is_alone() {
    for (int rows : new int[] {0, 1, 7, 8, 63, 64, 65, 200}) {
      Forest forest = new Forest(FEATURES, 26_000.1f, randomTrees(11, 6));
      assertSameTogether(new PaddedForest(forest).predictor(), rows);
      assertSameTogether(new LinkedForest(forest).predictor(), rows);
    }
  }

  private void assertSameTogether(Predictor predictor, int rows) {
    float[] all = new float[(rows + 1) * FEATURES];
    double[] expected = new double[rows];
    for (int row = 0; row < rows; row++) {
      float[] features = randomFeatures();
      System.arraycopy(features, 0, all, row * FEATURES, FEATURES);
      expected[row] = predictor.predict(features);
    }
    double[] together = new double[rows];
    predictor.predict(all, FEATURES, rows, together);
    assertArrayEquals(expected, together);
  }

  @Test
  void leaves_that_stay_open_are_those_that_a_walk_ends_in() {
    for (int trees = 1; trees < 14; trees++) {
      Forest forest = new Forest(FEATURES, 26_000.1f, randomTrees(trees, 6));
      LeafForest leaves = LeafForest.of(forest).orElseThrow();
      int rows = 101;
      long[][] open = new long[rows * FEATURES][];
      double[] expected = new double[rows];
      for (int row = 0; row < rows; row++) {
        float[] features = randomFeatures();
        for (int feature = 0; feature < FEATURES; feature++) {
          open[row * FEATURES + feature] = leaves.open(feature, features[feature]);
        }
        expected[row] = walk(forest, features);
      }
      double[] predictions = new double[rows];
      leaves.predictor().predict(open, FEATURES, rows, predictions);
      assertArrayEquals(expected, predictions);
    }
  }

  @Test
  void a_tree_of_more_leaves_than_a_word_has_bits_is_not_told_by_leaves() {
    assertTrue(LeafForest.of(new Forest(FEATURES, 0, List.of(chain(63)))).isPresent());
    assertTrue(LeafForest.of(new Forest(FEATURES, 0, List.of(chain(64)))).isEmpty());
  }

  @Test
  void shallow_trees_are_padded() {
    assertInstanceOf(PaddedForest.class, new Forest(FEATURES, 0, randomTrees(10, 6)).model());
  }

  @Test
  void a_chain_of_splits_is_walked_without_padding_it() {
    Forest forest = new Forest(FEATURES, 1, List.of(chain(10_000)));
    Model model = assertInstanceOf(LinkedForest.class, forest.model());
    float[] features = {9_999, 0, 0, 0, 0};
    assertSameBits(walk(forest, features), model.predictor().predict(features));
  }

  @Test
  void a_forest_of_single_leaves_needs_no_features() {
    Tree leaf =
        Tree.of(new int[] {-1}, new int[] {-1}, new int[1], new float[] {3}, new boolean[1], 0);
    assertEquals(5, new Forest(0, 2, List.of(leaf)).model().predictor().predict(new float[0]));
  }

  private static void assertSameBits(float expected, double actual) {
    assertEquals(Float.floatToRawIntBits(expected), Float.floatToRawIntBits((float) actual));
    assertEquals((double) (float) actual, actual);
  }

  /** The definition, as XGBoost has it. */
  private static float walk(Forest forest, float[] features) {
    float sum = forest.baseScore();
    for (Tree tree : forest.trees()) {
      int node = 0;
      while (!tree.isLeaf(node)) {
        float value = features[tree.feature()[node]];
        boolean goLeft = Float.isNaN(value) ? tree.missingLeft()[node] : value < tree.value()[node];
        node = goLeft ? tree.left()[node] : tree.right()[node];
      }
      sum += tree.value()[node];
    }
    return sum;
  }

  private List<Tree> randomTrees(int count, int deepest) {
    List<Tree> trees = new ArrayList<>();
    for (int tree = 0; tree < count; tree++) {
      trees.add(randomTree(random.nextInt(deepest + 1)));
    }
    return trees;
  }

  /** Every node of the last level but one splits with probability 0.7. */
  private Tree randomTree(int depth) {
    List<int[]> links = new ArrayList<>(List.of(new int[] {-1, -1, 0}));
    for (int node = 0; node < links.size(); node++) {
      int level = links.get(node)[2];
      if (level < depth && random.nextDouble() < 0.7) {
        links.get(node)[0] = links.size();
        links.add(new int[] {-1, -1, level + 1});
        links.get(node)[1] = links.size();
        links.add(new int[] {-1, -1, level + 1});
      }
    }
    int nodes = links.size();
    int[] left = links.stream().mapToInt(link -> link[0]).toArray();
    int[] right = links.stream().mapToInt(link -> link[1]).toArray();
    int[] feature = random.ints(nodes, 0, FEATURES).toArray();
    float[] value = new float[nodes];
    boolean[] missingLeft = new boolean[nodes];
    for (int node = 0; node < nodes; node++) {
      value[node] = left[node] < 0 ? 100 * (float) random.nextGaussian() : gridValue();
      missingLeft[node] = random.nextBoolean();
    }
    return Tree.of(left, right, feature, value, missingLeft, FEATURES);
  }

  /** Few distinct values, both zeros among them, so that rows fall exactly on conditions. */
  private float gridValue() {
    float value = random.nextInt(-5, 6) / 4f;
    return value == 0 && random.nextBoolean() ? -0.0f : value;
  }

  private float[] randomFeatures() {
    float[] features = new float[FEATURES];
    for (int feature = 0; feature < FEATURES; feature++) {
      features[feature] =
          switch (random.nextInt(12)) {
            case 0, 1 -> Float.NaN;
            case 2 -> Float.POSITIVE_INFINITY;
            case 3 -> Float.NEGATIVE_INFINITY;
            case 4 -> Math.nextUp(gridValue());
            default -> gridValue();
          };
    }
    return features;
  }

  private static Tree chain(int length) {
    int nodes = 2 * length + 1;
    int[] left = new int[nodes];
    int[] right = new int[nodes];
    float[] value = new float[nodes];
    for (int node = 0; node < nodes; node++) {
      boolean split = node % 2 == 0 && node + 2 < nodes;
      left[node] = split ? node + 1 : -1;
      right[node] = split ? node + 2 : -1;
      value[node] = node;
    }
    return Tree.of(left, right, new int[nodes], value, new boolean[nodes], FEATURES);
  }
}
