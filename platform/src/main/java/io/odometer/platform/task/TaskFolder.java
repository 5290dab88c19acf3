// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odometer.core.json.Json;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.Digests;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.task.TaskCommand;
import java.util.regex.Pattern;

/** Where a task leaves what it makes: the same on every try of the same state and input. */
final class TaskFolder {
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_/.-]");
  private static final Pattern DOTS = Pattern.compile("(?<=^|/)\\.+(?=/|$)");
  private static final Pattern SLASHES = Pattern.compile("/{2,}|^/|/$");
  private static final int HASH_LENGTH = 16;

  private TaskFolder() {}

  static ObjectKey of(TaskCommand command) {
    return new ObjectKey(
        Buckets.WORK,
        "%s/%s/%s".formatted(command.execution(), safe(command.state()), hash(command)));
  }

  /** {@code Models[1]/Train} becomes {@code Models-1-/Train}. */
  private static String safe(String state) {
    String plain = UNSAFE.matcher(state).replaceAll("-");
    return SLASHES.matcher(DOTS.matcher(plain).replaceAll("-")).replaceAll("-");
  }

  /** Of the state's own name too, because two names may become one safe name. */
  private static String hash(TaskCommand command) {
    String place = command.resource() + "\0" + command.state() + "\0";
    return Digests.sha256(place.getBytes(UTF_8), Json.bytes(command.input()))
        .substring(0, HASH_LENGTH);
  }
}
