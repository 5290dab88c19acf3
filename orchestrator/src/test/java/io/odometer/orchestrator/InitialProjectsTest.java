// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ProjectSettings;
import io.odometer.orchestrator.control.FakeControlPlane;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InitialProjectsTest {
  private static final ProjectName UK = new ProjectName("uk");

  private final FakeControlPlane control = new FakeControlPlane();

  @Test
  void a_configured_project_is_created() {
    try (InitialProjects projects = started(Health::ready)) {
      awaitReady(projects);
    }
    assertEquals("price", control.project(UK).orElseThrow().target());
  }

  @Test
  void one_that_is_there_stays_as_somebody_left_it() {
    control.put(project("cost"));

    try (InitialProjects projects = started(Health::ready)) {
      awaitReady(projects);
    }
    assertEquals("cost", control.project(UK).orElseThrow().target());
    assertEquals(1, control.project(UK).orElseThrow().version());
  }

  @Test
  void nothing_is_created_before_it_is_known_what_is_there() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(3);
    AtomicReference<Health> health = new AtomicReference<>(Health.notReady("reading"));
    Supplier<Health> counted =
        () -> {
          asked.countDown();
          return health.get();
        };
    try (InitialProjects projects = started(counted)) {
      assertTrue(asked.await(10, TimeUnit.SECONDS));
      assertFalse(control.project(UK).isPresent());
      assertInstanceOf(Health.NotReady.class, projects.check());

      health.set(Health.ready());
      awaitReady(projects);
    }
    assertTrue(control.project(UK).isPresent());
  }

  @Test
  void closing_ends_the_tries() {
    control.fallSilent();
    InitialProjects projects = started(Health::ready);
    projects.close();

    assertInstanceOf(Health.NotReady.class, projects.check());
    assertFalse(control.project(UK).isPresent());
  }

  @Test
  void nothing_to_create_is_ready_at_once() {
    try (InitialProjects projects =
        new InitialProjects(List.of(), control, Health::ready, fast())) {
      projects.start();
      assertEquals(Health.ready(), projects.check());
    }
  }

  private InitialProjects started(Supplier<Health> health) {
    InitialProjects projects =
        new InitialProjects(List.of(project("price")), control, health, fast());
    projects.start();
    return projects;
  }

  private static Backoff fast() {
    return new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), new Random(7));
  }

  private static void awaitReady(InitialProjects projects) {
    while (!projects.check().equals(Health.ready())) {
      Thread.onSpinWait();
    }
  }

  private static Project project(String target) {
    return ProjectSettings.parse(UK, Json.object().put("target", target)).orThrow();
  }
}
