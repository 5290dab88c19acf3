// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.kafka;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker alone in its process: folder, port. */
final class KafkaChild {
  private KafkaChild() {}

  public static void main(String[] arguments) throws InterruptedException {
    var kafka = new EmbeddedKafka(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    kafka.start();
    System.out.println("started");
    new CountDownLatch(1).await();
  }
}
