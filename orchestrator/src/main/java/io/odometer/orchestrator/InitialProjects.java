// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator;

import io.odometer.core.error.OdometerException;
import io.odometer.core.project.Project;
import io.odometer.orchestrator.control.ControlPlane;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the configured projects that are not there, once the control plane can tell; what
 * somebody changed since stays changed. Tries until it succeeds.
 */
final class InitialProjects implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InitialProjects.class);

  private final List<Project> projects;
  private final ControlPlane control;
  private final Supplier<Health> controlHealth;
  private final Backoff backoff;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().name("initial-projects").daemon().unstarted(this::run);
  private volatile boolean done;

  /**
   * @param controlHealth ready once the control plane knows all projects that there are
   */
  InitialProjects(
      List<Project> projects,
      ControlPlane control,
      Supplier<Health> controlHealth,
      Backoff backoff) {
    this.projects = projects;
    this.control = control;
    this.controlHealth = controlHealth;
    this.backoff = backoff;
    this.done = projects.isEmpty();
  }

  void start() {
    if (!done) {
      thread.start();
    }
  }

  Health check() {
    return done ? Health.ready() : Health.notReady("the configured projects are not created yet");
  }

  private void run() {
    try {
      for (int failures = 1; !create(); failures++) {
        if (stop.await(backoff.after(failures).toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
      done = true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** True when all are there. */
  private boolean create() {
    if (controlHealth.get() instanceof Health.NotReady) {
      return false;
    }
    try {
      projects.stream()
          .filter(project -> control.project(project.name()).isEmpty())
          .forEach(this::put);
      return true;
    } catch (OdometerException failure) {
      LOG.warn("configured projects cannot be created, will try again: {}", failure.reason());
      return false;
    }
  }

  private void put(Project project) {
    control.put(project);
    LOG.info("project {} created", project.name());
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      if (thread.isAlive() && !thread.join(Duration.ofSeconds(1))) {
        thread.interrupt();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
