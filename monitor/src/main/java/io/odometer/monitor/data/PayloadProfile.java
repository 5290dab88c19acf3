// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.data;

import io.odometer.core.profile.DatasetProfile;
import io.odometer.core.registry.ModelId;
import io.odometer.core.schema.Schema;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.monitor.payload.Taken;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One pass over a window's rows. */
record PayloadProfile(DatasetProfile features, List<DatasetProfile> predictions) {
  /** Always as many, so that the same parts give the same profile on every machine. */
  private static final int LANES = 2;

  static PayloadProfile of(
      ObjectStore store, List<ObjectKey> parts, List<ModelId> members, Schema schema, Taken taken) {
    Set<String> named =
        taken.named().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    List<Lane> lanes =
        IntStream.range(0, LANES)
            .parallel()
            .mapToObj(lane -> read(new Lane(store, members, schema, named), parts, lane))
            .toList();
    Lane all = lanes.getFirst();
    lanes.stream().skip(1).forEach(all::merge);
    taken.extraColumns().forEach(all.features()::extraColumn);
    return new PayloadProfile(
        all.features(), IntStream.range(0, members.size()).mapToObj(all::predictions).toList());
  }

  private static Lane read(Lane lane, List<ObjectKey> parts, int first) {
    for (int part = first; part < parts.size(); part += LANES) {
      lane.read(parts.get(part));
    }
    return lane;
  }
}
