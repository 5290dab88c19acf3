// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.store;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A store alone in its process; its argument is the folder. */
final class StoreChild {
  private StoreChild() {}

  public static void main(String[] arguments) throws InterruptedException {
    var store = new EmbeddedStore(Path.of(arguments[0]), 0, new Credentials("someone", "a secret"));
    store.start();
    System.out.println("endpoint " + store.endpoint());
    new CountDownLatch(1).await();
  }
}
