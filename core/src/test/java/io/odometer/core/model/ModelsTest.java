// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ModelsTest {
  @Test
  void a_value_on_the_split_goes_right_and_a_missing_one_its_default_way() {
    Predictor predictor = Models.read(XgBoostJson.plain()).predictor();
    assertEquals(89, predictor.predict(new float[] {2.4999998f, 0}));
    assertEquals(122, predictor.predict(new float[] {2.5f, 0}));
    assertEquals(92, predictor.predict(new float[] {Float.NaN, 0}));
    assertEquals(89, predictor.predict(new float[] {Float.NEGATIVE_INFINITY, 0}));
    assertEquals(122, predictor.predict(new float[] {Float.POSITIVE_INFINITY, 0}));
  }

  @Test
  void negative_zero_is_not_less_than_zero() {
    byte[] model = XgBoostJson.with(learner -> conditions(learner).set(0, 0.0));
    assertEquals(119, Models.read(model).predictor().predict(new float[] {-0.0f, 0}));
  }

  @Test
  void the_base_score_may_be_bracketed() {
    byte[] model = XgBoostJson.with(learner -> baseScore(learner, "[5E1]"));
    assertEquals(39, Models.read(model).predictor().predict(new float[] {0, 0}));
  }

  @Test
  void rounds_after_the_best_are_left_out() {
    byte[] model =
        XgBoostJson.with(
            learner -> XgBoostJson.at(learner, "/attributes").put("best_iteration", "0"));
    assertEquals(90, Models.read(model).predictor().predict(new float[] {0, 0}));
  }

  @Test
  void fields_may_come_in_any_order() {
    byte[] model =
        XgBoostJson.with(
            learner -> {
              learner.set("attributes", learner.remove("attributes"));
              ObjectNode booster = XgBoostJson.at(learner, "/gradient_booster");
              booster.set("model", booster.remove("model"));
            });
    assertEquals(89, Models.read(model).predictor().predict(new float[] {0, 0}));
  }

  @Test
  void boosters_and_objectives_that_are_not_known_are_named() {
    assertRefused(
        learner -> XgBoostJson.at(learner, "/gradient_booster").put("name", "dart"), "dart");
    assertRefused(
        learner -> XgBoostJson.at(learner, "/objective").put("name", "reg:gamma"), "reg:gamma");
    assertRefused(learner -> parameters(learner).put("num_target", "2"), "2 outputs");
    assertRefused(learner -> baseScore(learner, "[1E0,2E0]"), "several outputs");
    assertRefused(
        learner -> ((ArrayNode) XgBoostJson.tree(learner).get("split_type")).set(0, 1),
        "categorical");
    assertRefused(
        learner ->
            ((ObjectNode) XgBoostJson.tree(learner).get("tree_param")).put("size_leaf_vector", "3"),
        "3 values a leaf");
  }

  @Test
  void a_model_of_another_library_is_unsupported() {
    assertError(Errors.MODEL_UNSUPPORTED, bytes("{\"trees\":[]}"), "trees");
    assertError(Errors.MODEL_UNSUPPORTED, bytes("{\"kind\":\"knn\"}"), "knn");
  }

  @Test
  void what_is_no_model_is_corrupt() {
    assertError(Errors.MODEL_CORRUPT, bytes(""), "");
    assertError(Errors.MODEL_CORRUPT, bytes("[1]"), "object");
    assertError(Errors.MODEL_CORRUPT, bytes("PK\u0003\u0004"), "JSON");
    byte[] plain = XgBoostJson.plain();
    assertError(Errors.MODEL_CORRUPT, Arrays.copyOf(plain, plain.length / 2), "");
  }

  @Test
  void a_broken_tree_is_corrupt() {
    assertCorrupt(learner -> links(learner, "left_children").set(0, 0), "no tree");
    assertCorrupt(learner -> links(learner, "left_children").set(0, 2), "no tree");
    assertCorrupt(learner -> links(learner, "right_children").set(0, 7), "no tree");
    assertCorrupt(learner -> links(learner, "split_indices").set(0, 2), "feature 2 of 2");
    assertCorrupt(learner -> links(learner, "default_left").remove(0), "different");
    assertCorrupt(learner -> conditions(learner).set(1, "NaN"), "finite");
    assertCorrupt(learner -> baseScore(learner, "much"), "much");
    assertCorrupt(
        learner -> XgBoostJson.at(learner, "/attributes").put("best_iteration", "9"), "round 9");
  }

  @Test
  void an_input_of_another_width_is_a_mistake_of_the_caller() {
    Predictor predictor = Models.read(XgBoostJson.plain()).predictor();
    assertThrows(IllegalArgumentException.class, () -> predictor.predict(new float[3]));
  }

  private static ArrayNode conditions(ObjectNode learner) {
    return links(learner, "split_conditions");
  }

  private static ArrayNode links(ObjectNode learner, String name) {
    return (ArrayNode) XgBoostJson.tree(learner).get(name);
  }

  private static ObjectNode parameters(ObjectNode learner) {
    return XgBoostJson.at(learner, "/learner_model_param");
  }

  private static void baseScore(ObjectNode learner, String value) {
    parameters(learner).put("base_score", value);
  }

  private static void assertRefused(Consumer<ObjectNode> change, String named) {
    assertError(Errors.MODEL_UNSUPPORTED, XgBoostJson.with(change), named);
  }

  private static void assertCorrupt(Consumer<ObjectNode> change, String named) {
    assertError(Errors.MODEL_CORRUPT, XgBoostJson.with(change), named);
  }

  private static void assertError(ErrorName error, byte[] model, String named) {
    OdometerException refusal = assertThrows(OdometerException.class, () -> Models.read(model));
    assertEquals(error, refusal.error());
    assertTrue(refusal.reason().contains(named), refusal.reason());
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
