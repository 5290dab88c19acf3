// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.standalone.kafka.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;

/** A broker in a process of its own, until its standard input ends. */
final class BrokerProcess {
  private BrokerProcess() {}

  /** Folder, port. */
  public static void main(String[] arguments) throws IOException {
    try (EmbeddedKafka kafka =
        new EmbeddedKafka(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
      kafka.start();
      System.out.println(kafka.bootstrapServers());
      System.out.flush();
      System.in.transferTo(System.out);
    }
  }
}
