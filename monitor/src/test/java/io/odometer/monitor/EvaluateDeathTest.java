// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.monitoring.Consolidated;
import io.odometer.core.monitoring.DriftVerdict;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectStore;
import io.odometer.platform.store.InMemoryObjectStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker that dies at any call to the store, and another that does the same tasks again. */
class EvaluateDeathTest {
  /** Not an exception: nothing in the code under test may catch it. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death(String call) {
      super(call, null, false, false);
    }
  }

  /** Dies once, before or after a call took effect. */
  private static final class Deadly {
    private final ObjectStore store;
    private final boolean after;
    private int left = Integer.MAX_VALUE;

    Deadly(ObjectStore store, boolean after) {
      this.store = store;
      this.after = after;
    }

    ObjectStore store() {
      Class<?>[] types = {ObjectStore.class};
      return (ObjectStore)
          Proxy.newProxyInstance(
              ObjectStore.class.getClassLoader(),
              types,
              (_, method, values) -> call(method, values));
    }

    private synchronized Object call(Method method, Object[] values) throws Throwable {
      boolean last = --left == 0;
      if (last && !after) {
        throw new Death(method.getName());
      }
      Object result;
      try {
        result = method.invoke(store, values);
      } catch (InvocationTargetException failure) {
        throw failure.getCause();
      }
      if (last) {
        throw new Death(method.getName());
      }
      return result;
    }
  }

  private static Map<String, byte[]> objects(ObjectStore store) {
    Map<String, byte[]> objects = new TreeMap<>();
    for (String bucket : List.of(Buckets.MONITORING, Buckets.WORK)) {
      for (ObjectInfo info : store.list(bucket, "").toList()) {
        objects.put(info.key().toString(), store.read(info.key()));
      }
    }
    return objects;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatever_call_is_the_last_another_try_ends_in_the_same_state(boolean after) {
    InMemoryObjectStore undisturbed = new InMemoryObjectStore();
    DriftVerdict verdict = run(undisturbed, new Deadly(undisturbed, after), Integer.MAX_VALUE);
    Map<String, byte[]> expected = objects(undisturbed);
    boolean died = true;
    int call = 0;
    while (died) {
      call++;
      InMemoryObjectStore memory = new InMemoryObjectStore();
      Deadly deadly = new Deadly(memory, after);
      assertEquals(verdict, run(memory, deadly, call), "after death at call " + call);
      assertSame(expected, objects(memory), call);
      died = deadly.left <= 0;
    }
    assertTrue(call > 25, "calls: " + call);
  }

  private static DriftVerdict run(ObjectStore memory, Deadly deadly, int call) {
    WatchedCars healthy = new WatchedCars(memory);
    healthy.baselines();
    Consolidated consolidated =
        healthy.consolidate("r1", 1, CarRows.normal(300, 3).with("fuel", 0.5, _ -> "Electric"));
    WatchedCars cars = new WatchedCars(deadly.store());
    deadly.left = call;
    try {
      return cars.evaluate("r1", 1, consolidated);
    } catch (Death death) {
      deadly.left = Integer.MIN_VALUE / 2;
      DriftVerdict verdict = cars.evaluate("r1", 1, consolidated);
      deadly.left = 0;
      return verdict;
    }
  }

  private static void assertSame(
      Map<String, byte[]> expected, Map<String, byte[]> objects, int call) {
    assertEquals(expected.keySet(), objects.keySet(), "after death at call " + call);
    expected.forEach(
        (key, content) ->
            assertArrayEquals(content, objects.get(key), key + " after death at call " + call));
  }
}
