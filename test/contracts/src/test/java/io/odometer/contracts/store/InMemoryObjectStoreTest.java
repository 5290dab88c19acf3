// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.store;

import io.odometer.core.store.ObjectStore;
import io.odometer.platform.store.InMemoryObjectStore;

class InMemoryObjectStoreTest extends ObjectStoreContract {
  @Override
  ObjectStore store() {
    return new InMemoryObjectStore();
  }
}
