// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Lets a test do something before and after every call of an interface. */
final class Interposed {
  /** May throw instead of the call, or instead of its answer. */
  interface Interposition {
    default void before(String call) {}

    default void after(String call) {}
  }

  private Interposed() {}

  static <T> T on(Class<T> type, T target, Interposition interposition) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              interposition.before(method.getName());
              try {
                Object result = method.invoke(target, arguments);
                interposition.after(method.getName());
                return result;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
