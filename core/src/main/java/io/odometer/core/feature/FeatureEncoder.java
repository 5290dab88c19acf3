// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import java.util.List;

/** Makes the features of one column. Immutable; encoding allocates nothing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RawNumber.class, name = "raw-number"),
  @JsonSubTypes.Type(value = ScaledNumber.class, name = "scaled-number"),
  @JsonSubTypes.Type(value = NumberOneHot.class, name = "number-one-hot"),
  @JsonSubTypes.Type(value = OneHot.class, name = "one-hot"),
  @JsonSubTypes.Type(value = LabelMean.class, name = "label-mean"),
  @JsonSubTypes.Type(value = Frequency.class, name = "frequency"),
  @JsonSubTypes.Type(value = DateParts.class, name = "date-parts"),
  @JsonSubTypes.Type(value = ScaledDate.class, name = "scaled-date")
})
sealed interface FeatureEncoder
    permits RawNumber,
        ScaledNumber,
        NumberOneHot,
        OneHot,
        LabelMean,
        Frequency,
        DateParts,
        ScaledDate {
  /** The column that the features are of. */
  int column();

  /** One a feature. */
  List<String> names(Schema schema);

  /** Writes as many values as there are names, from {@code offset} on. */
  void encode(Row row, float[] features, int offset);

  /** Whether the row holds a name that no training row held. */
  default boolean unseen(Row row) {
    return false;
  }
}
