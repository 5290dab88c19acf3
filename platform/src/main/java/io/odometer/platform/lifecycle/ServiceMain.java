// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.lifecycle;

import io.odometer.platform.config.Configuration;
import io.odometer.platform.config.ConfigurationException;
import io.odometer.platform.config.Settings;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one service as a process: read, start, wait for the signal, stop. */
public final class ServiceMain {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceMain.class);

  private ServiceMain() {}

  /**
   * Returns when the process was told to stop; exits 1 with one line on a bad configuration or a
   * failed start.
   */
  public static <C> void run(
      String name, Function<Settings, C> reader, Function<C, Service> builder) {
    try {
      Configuration<C> configuration = Settings.read(System.getenv(), reader);
      describe(name, configuration);
      serve(builder.apply(configuration.value()));
    } catch (ConfigurationException mistaken) {
      fail(name, "bad configuration: " + mistaken.getMessage());
    } catch (RuntimeException failure) {
      LOG.error("{} cannot start", name, failure);
      fail(name, "cannot start: " + failure.getMessage());
    }
  }

  private static void describe(String name, Configuration<?> configuration) {
    LOG.info("{} runs with {}", name, configuration.describe());
    configuration
        .strange()
        .forEach(key -> LOG.warn("{} is set, but {} has no use for it", key, name));
  }

  private static void serve(Service service) {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook = new Thread(() -> stop(service, stopped), "stop-" + service.name());
    Runtime.getRuntime().addShutdownHook(hook);
    service.start();
    awaitForever(stopped);
  }

  private static void stop(Service service, CountDownLatch stopped) {
    try {
      service.close();
      LOG.info("{} stopped", service.name());
    } catch (RuntimeException failure) {
      LOG.error("{} did not stop cleanly", service.name(), failure);
    } finally {
      stopped.countDown();
    }
  }

  private static void awaitForever(CountDownLatch stopped) {
    try {
      stopped.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void fail(String name, String message) {
    System.err.println(name + ": " + message.lines().findFirst().orElse(""));
    System.exit(1);
  }
}
