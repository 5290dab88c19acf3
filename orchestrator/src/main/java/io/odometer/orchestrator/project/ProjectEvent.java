// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Everything that can happen to a project; the values of its event topic, in order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ObjectSeen.class, name = "object-seen"),
  @JsonSubTypes.Type(value = ObjectRemoved.class, name = "object-removed"),
  @JsonSubTypes.Type(value = SettingsPut.class, name = "settings-put"),
  @JsonSubTypes.Type(value = TrainingRequested.class, name = "training-requested"),
  @JsonSubTypes.Type(value = ScoringRequested.class, name = "scoring-requested"),
  @JsonSubTypes.Type(value = MonitoringRequested.class, name = "monitoring-requested"),
  @JsonSubTypes.Type(value = ExecutionEnded.class, name = "execution-ended"),
  @JsonSubTypes.Type(value = TaskHanded.class, name = "task-handed"),
  @JsonSubTypes.Type(value = TimePassed.class, name = "time-passed")
})
public sealed interface ProjectEvent
    permits ObjectEvent,
        SettingsPut,
        TrainingRequested,
        ScoringRequested,
        MonitoringRequested,
        ExecutionEnded,
        TaskHanded,
        TimePassed {}
