// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import io.odometer.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** A small model as XGBoost 3.0.4 saves it: two rounds, each one split on feature 0 at 2.5. */
final class XgBoostJson {
  private static final String MODEL =
      """
      {"learner":{"attributes":{},"feature_names":[],"feature_types":[],
       "gradient_booster":{"model":{"gbtree_model_param":{"num_parallel_tree":"1","num_trees":"2"},
        "iteration_indptr":[0,1,2],"tree_info":[0,0],"trees":[
         {"default_left":[1,0,0],"id":0,"left_children":[1,-1,-1],"right_children":[2,-1,-1],
          "split_conditions":[2.5E0,-1E1,2E1],"split_indices":[0,0,0],"split_type":[0,0,0],
          "tree_param":{"num_deleted":"0","num_feature":"2","num_nodes":"3","size_leaf_vector":"1"}},
         {"default_left":[0,0,0],"id":1,"left_children":[1,-1,-1],"right_children":[2,-1,-1],
          "split_conditions":[2.5E0,-1E0,2E0],"split_indices":[0,0,0],"split_type":[0,0,0],
          "tree_param":{"num_deleted":"0","num_feature":"2","num_nodes":"3","size_leaf_vector":"1"}}]},
        "name":"gbtree"},
       "learner_model_param":{"base_score":"1E2","boost_from_average":"1","num_class":"0",
        "num_feature":"2","num_target":"1"},
       "objective":{"name":"reg:squarederror","reg_loss_param":{"scale_pos_weight":"1"}}},
       "version":[3,0,4]}
      """;

  private XgBoostJson() {}

  static byte[] plain() {
    return MODEL.getBytes(StandardCharsets.UTF_8);
  }

  /** The model with its {@code learner} object changed. */
  static byte[] with(Consumer<ObjectNode> change) {
    ObjectNode model = (ObjectNode) Json.tree(MODEL);
    change.accept((ObjectNode) model.path("learner"));
    return Json.bytes(model);
  }

  static ObjectNode at(ObjectNode learner, String pointer) {
    return (ObjectNode) learner.at(pointer);
  }

  /** The first tree. */
  static ObjectNode tree(ObjectNode learner) {
    return at(learner, "/gradient_booster/model/trees/0");
  }
}
