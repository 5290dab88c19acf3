// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator;

import io.odometer.core.project.Project;
import io.odometer.orchestrator.notification.NotificationSettings;
import io.odometer.orchestrator.trigger.ReconcilerSettings;
import io.odometer.platform.config.Settings;
import io.odometer.platform.http.HttpSettings;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.store.StoreSettings;
import java.util.List;

/**
 * What the service needs to know.
 *
 * @param projects are created at the start unless they are there
 */
public record OrchestratorConfig(
    KafkaSettings kafka,
    StoreSettings store,
    HttpSettings http,
    ReconcilerSettings reconciler,
    NotificationSettings notifications,
    List<Project> projects) {
  private static final int PORT = 8090;

  public OrchestratorConfig {
    projects = List.copyOf(projects);
  }

  /**
   * {@code ODOMETER_PROJECTS}, {@code ODOMETER_RECONCILE_INTERVAL}, {@code
   * ODOMETER_RECONCILE_BUCKETS}, and those of notifications, Kafka, the store and HTTP.
   */
  public static OrchestratorConfig from(Settings settings) {
    return new OrchestratorConfig(
        KafkaSettings.from(settings),
        StoreSettings.from(settings),
        HttpSettings.from(settings, PORT),
        ReconcilerSettings.from(settings),
        NotificationSettings.from(settings),
        ProjectList.read(settings.string("ODOMETER_PROJECTS", "{}")));
  }
}
