// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.orchestrator.project.ProjectFunction;
import io.odometer.orchestrator.project.ProjectState;
import io.odometer.orchestrator.project.ScoringFile;
import io.odometer.orchestrator.project.SettingsPut;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoringShellTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ScoringFile.Version INPUT = new ScoringFile.Version("1", 10, NOW);

  private final MockProcessorContext<String, Outgoing> context = new MockProcessorContext<>();
  private final KeyValueStore<String, byte[]> files =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore(ScoringShell.STORE), Serdes.String(), Serdes.ByteArray())
          .withLoggingDisabled()
          .build();

  @Test
  void only_files_that_wait_are_touched_when_their_project_is_created() {
    files.init(context.getStateStoreContext(), files);
    store("cars/in/waits.csv", null);
    store("cars/in/runs.csv", ExecutionStatus.RUNNING);
    store("cars/in/done.csv", ExecutionStatus.SUCCEEDED);
    store("others/in/waits.csv", null);

    ProjectState before = ProjectState.of(EngineInMemory.PROJECT);
    SettingsPut created = new SettingsPut("put", EngineInMemory.project());
    ProjectState after = ProjectFunction.step(before, created, NOW).state();
    ScoringShell shell = new ScoringShell(context, new Skips());
    assertEquals(
        List.of("cars/in/waits.csv"),
        shell.changes(before, after, created, NOW).stream()
            .map(ScoringShell.Change::path)
            .toList());
  }

  private void store(String path, @Nullable ExecutionStatus status) {
    ScoringFile.Run run =
        status == null ? null : new ScoringFile.Run("run", NOW, "subject", status);
    files.put(path, Json.bytes(new ScoringFile(INPUT, null, run, 1)));
  }
}
