// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import io.odometer.core.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A headless Chromium, spoken to in its DevTools protocol. For one thread. */
final class Browser implements AutoCloseable {
  private static final long SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new ArrayList<>();
  private int last;

  private Browser(Process process, String address) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener())
            .join();
  }

  /** The one that the build brings, else one in PATH. */
  static Optional<Path> find() {
    Stream<String> named = Stream.ofNullable(System.getenv("ODOMETER_CHROMIUM"));
    Stream<String> folders = Stream.of(System.getenv("PATH").split(":"));
    Stream<String> installed =
        folders.flatMap(
            folder -> Stream.of("chromium", "google-chrome").map(name -> folder + "/" + name));
    return Stream.concat(named, installed).map(Path::of).filter(Files::isExecutable).findFirst();
  }

  static Browser start(Path program, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    return new Browser(process, page(process));
  }

  /** It says on which port it listens, and there which pages it has. */
  private static String page(Process process) throws IOException {
    var output = process.inputReader();
    String line = output.readLine();
    while (line != null && !line.contains("DevTools listening on ")) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IOException("the browser did not start");
    }
    Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
    URI browser = URI.create(line.substring(line.indexOf("ws://")));
    URI list = URI.create("http://%s/json/list".formatted(browser.getAuthority()));
    try (var pages = list.toURL().openStream()) {
      return Json.tree(pages.readAllBytes()).get(0).get("webSocketDebuggerUrl").asString();
    }
  }

  JsonNode call(String method, ObjectNode parameters) throws InterruptedException {
    int id = ++last;
    ObjectNode message = Json.object().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).join();
    JsonNode answer = next();
    while (answer.path("id").asInt(-1) != id) {
      events.add(answer);
      answer = next();
    }
    return answer.path("result");
  }

  /** Opens a page and waits until it is there. */
  void open(Path page) throws InterruptedException {
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Json.object());
    }
    call("Page.navigate", Json.object().put("url", page.toUri().toString()));
    while (events("Page.loadEventFired").isEmpty()) {
      events.add(next());
    }
  }

  /** The value of an expression in the page. */
  JsonNode evaluate(String expression) throws InterruptedException {
    ObjectNode parameters = Json.object().put("expression", expression).put("returnByValue", true);
    return call("Runtime.evaluate", parameters).path("result").path("value");
  }

  /** What happened so far. */
  List<JsonNode> events(String method) {
    return events.stream()
        .filter(event -> event.path("method").asString("").equals(method))
        .map(event -> event.path("params"))
        .toList();
  }

  private JsonNode next() throws InterruptedException {
    JsonNode message = messages.poll(SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new IllegalStateException("the browser fell silent");
    }
    return message;
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process.onExit().join();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
      text.append(data);
      if (whole) {
        messages.add(Json.tree(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
