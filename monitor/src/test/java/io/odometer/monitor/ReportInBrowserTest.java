// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odometer.core.json.Json;
import io.odometer.platform.store.InMemoryObjectStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The report as a person meets it. */
class ReportInBrowserTest {
  @TempDir Path folder;

  private Path report() throws Exception {
    WatchedCars cars = new WatchedCars(new InMemoryObjectStore());
    cars.baselines();
    for (int hour = 1; hour <= 6; hour++) {
      cars.run("r" + hour, hour, CarRows.normal(1_500, hour));
    }
    CarRows shifted =
        CarRows.normal(2_000, 9).shifted().withExtra("<script>alert('extra')</script>");
    byte[] page = cars.store.read(cars.run("r7", 7, shifted).verdict().report());
    return Files.write(folder.resolve("report.html"), page);
  }

  private static int count(Browser browser, String selector) throws InterruptedException {
    return browser.evaluate("document.querySelectorAll(`%s`).length".formatted(selector)).asInt();
  }

  @Test
  void it_opens_without_errors_or_requests_and_shows_verdict_and_charts() throws Exception {
    Optional<Path> chromium = Browser.find();
    assumeTrue(chromium.isPresent(), "no Chromium: set ODOMETER_CHROMIUM or install it");
    Path page = report();
    try (Browser browser = Browser.start(chromium.get(), folder.resolve("profile"))) {
      browser.open(page);
      assertEquals(
          "true",
          browser.evaluate("document.querySelector('#headline').checkVisibility()").asString());
      String headline =
          browser.evaluate("document.querySelector('#headline').innerText").asString();
      assertTrue(headline.contains("miles") && headline.contains("drifted"), headline);
      assertEquals(
          3,
          count(
              browser,
              "article svg.histogram[aria-label*=miles], article svg.histogram[aria-label*=engine],"
                  + " article svg.categories[aria-label*=fuel]"));
      assertEquals(2, count(browser, "article svg[aria-label*=prediction_].histogram"));
      assertTrue(count(browser, "svg.trend") >= 4);
      assertEquals(0, count(browser, "script, img, iframe"));
      phone(browser);
      assertEquals(
          "false",
          browser
              .evaluate(
                  "document.documentElement.scrollWidth > document.documentElement.clientWidth")
              .asString());
      assertEquals(List.of(), browser.events("Log.entryAdded"));
      assertEquals(List.of(), browser.events("Runtime.consoleAPICalled"));
      assertEquals(List.of(), browser.events("Runtime.exceptionThrown"));
      assertEquals(List.of(page.toUri().toString()), requests(browser));
    }
  }

  private static void phone(Browser browser) throws InterruptedException {
    var _ =
        browser.call(
            "Emulation.setDeviceMetricsOverride",
            Json.object()
                .put("width", 390)
                .put("height", 844)
                .put("deviceScaleFactor", 2)
                .put("mobile", true));
  }

  private static List<String> requests(Browser browser) {
    return browser.events("Network.requestWillBeSent").stream()
        .map(event -> event.path("request").path("url"))
        .map(JsonNode::asString)
        .filter(url -> !url.startsWith("data:"))
        .toList();
  }
}
