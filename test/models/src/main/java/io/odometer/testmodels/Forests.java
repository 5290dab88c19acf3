// SPDX-License-Identifier: Apache-2.0
package io.odometer.testmodels;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Two trees as XGBoost 3.0.4 saves them, each one split on the first feature. */
final class Forests {
  private static final String MODEL =
      """
      {"learner":{"attributes":{},"feature_names":[],"feature_types":[],
       "gradient_booster":{"model":{"gbtree_model_param":{"num_parallel_tree":"1","num_trees":"2"},
        "iteration_indptr":[0,1,2],"tree_info":[0,0],"trees":[
         {"default_left":[1,0,0],"id":0,"left_children":[1,-1,-1],"right_children":[2,-1,-1],
          "split_conditions":[2.5E3,-1E1,2E1],"split_indices":[0,0,0],"split_type":[0,0,0],
          "tree_param":{"num_deleted":"0","num_feature":"WIDTH","num_nodes":"3","size_leaf_vector":"1"}},
         {"default_left":[0,0,0],"id":1,"left_children":[1,-1,-1],"right_children":[2,-1,-1],
          "split_conditions":[1.5E3,-1E0,2E0],"split_indices":[0,0,0],"split_type":[0,0,0],
          "tree_param":{"num_deleted":"0","num_feature":"WIDTH","num_nodes":"3","size_leaf_vector":"1"}}]},
        "name":"gbtree"},
       "learner_model_param":{"base_score":"BASE","boost_from_average":"1","num_class":"0",
        "num_feature":"WIDTH","num_target":"1"},
       "objective":{"name":"reg:squarederror","reg_loss_param":{"scale_pos_weight":"1"}}},
       "version":[3,0,4]}
      """;

  private Forests() {}

  static byte[] json(int features, double base) {
    return MODEL
        .replace("WIDTH", Integer.toString(features))
        .replace("BASE", Double.toString(base))
        .getBytes(UTF_8);
  }
}
