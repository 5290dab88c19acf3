// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone;

import io.odometer.inference.InferenceApi;
import io.odometer.inference.InferenceApiConfig;
import io.odometer.monitor.Monitor;
import io.odometer.monitor.MonitorConfig;
import io.odometer.orchestrator.Orchestrator;
import io.odometer.orchestrator.OrchestratorConfig;
import io.odometer.platform.config.Settings;
import io.odometer.platform.http.HttpSettings;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Service;
import io.odometer.platform.store.StoreSettings;
import io.odometer.scorer.Scorer;
import io.odometer.scorer.ScorerConfig;
import io.odometer.standalone.kafka.EmbeddedKafka;
import io.odometer.standalone.store.Credentials;
import io.odometer.standalone.store.EmbeddedStore;
import io.odometer.trainer.Trainer;
import io.odometer.trainer.TrainerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All services in this process, on an embedded broker and store. They are the very classes that run
 * alone elsewhere; only their settings differ. Start once, close once.
 */
public final class Standalone implements AutoCloseable {
  private static final Duration READY_LIMIT = Duration.ofSeconds(90);

  private final StandaloneSettings settings;
  private final Closer parts = new Closer();
  private @Nullable Running running;

  public Standalone(StandaloneSettings settings) {
    this.settings = settings;
  }

  /** Returns when every service is ready; on a failure everything is closed again. */
  public synchronized void start() {
    try {
      running = startAll();
    } catch (RuntimeException failure) {
      closeAfter(failure);
      throw failure;
    }
  }

  public Addresses addresses() {
    return started().addresses();
  }

  /** How to reach the store. */
  public StoreSettings store() {
    return started().store();
  }

  /** The bearer token that the HTTP calls need, if one is set. */
  public Optional<String> token() {
    return started().token();
  }

  /** In reverse order; safe to call twice. */
  @Override
  public void close() {
    parts.close();
  }

  private Running startAll() {
    Path data = made(settings.data());
    parts.add(InstanceLock.take(data));
    var credentials = new CredentialsFile(data.resolve(CredentialsFile.NAME), new SecureRandom());
    Credentials keys = credentials.loadOrMake();
    int kafkaPort = settings.kafkaPort() == 0 ? Ports.free() : settings.kafkaPort();
    var kafka = parts.add(new EmbeddedKafka(data.resolve("kafka"), kafkaPort));
    var store = parts.add(new EmbeddedStore(data.resolve("s3"), settings.storePort(), keys));
    Together.run(List.of(kafka::start, store::start));
    var environment =
        new ServiceEnvironment(
            settings.environment(), data, kafka.bootstrapServers(), store.endpoint(), keys);
    return startServices(environment);
  }

  private Running startServices(ServiceEnvironment environment) {
    var orchestrator =
        new Orchestrator(read(environment, settings.controlPort(), OrchestratorConfig::from));
    var trainer = new Trainer(read(environment, 0, TrainerConfig::from));
    var scorer = new Scorer(read(environment, 0, ScorerConfig::from));
    var monitor = new Monitor(read(environment, 0, MonitorConfig::from));
    var api = new InferenceApi(read(environment, settings.apiPort(), InferenceApiConfig::from));
    List<Service> services = List.of(orchestrator, trainer, scorer, monitor, api);
    services.forEach(parts::add);
    Together.run(services.stream().<Runnable>map(service -> service::start).toList());
    new Readiness(services).await(READY_LIMIT);
    return new Running(
        new Addresses(
            local(api.port()),
            local(orchestrator.port()),
            environment.store(),
            environment.kafka()),
        read(environment, 0, StoreSettings::from),
        read(environment, 0, from -> HttpSettings.from(from, 0)).token());
  }

  private static <T> T read(
      ServiceEnvironment environment, int port, Function<Settings, T> reader) {
    return Settings.read(environment.of(port), reader).value();
  }

  private static URI local(int port) {
    return URI.create("http://" + Ports.HOST + ":" + port);
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the data folder " + folder, e);
    }
  }

  private Running started() {
    return Objects.requireNonNull(running, "not started");
  }

  private void closeAfter(RuntimeException failure) {
    try {
      parts.close();
    } catch (RuntimeException more) {
      failure.addSuppressed(more);
    }
  }

  private record Running(Addresses addresses, StoreSettings store, Optional<String> token) {}
}
