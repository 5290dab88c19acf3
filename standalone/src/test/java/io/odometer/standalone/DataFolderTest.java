// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.standalone.store.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a data folder holds beside the broker's and the store's own files. */
final class DataFolderTest {
  @TempDir private Path folder;

  @Test
  void credentials_are_made_once_and_only_their_owner_may_read_them() throws IOException {
    Credentials first = credentials("one").loadOrMake();
    assertEquals(first, credentials("one").loadOrMake());
    assertNotEquals(first, credentials("other").loadOrMake());
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("one"))));
  }

  @Test
  void credentials_are_lines_that_a_shell_can_source() throws IOException {
    Credentials keys = credentials("one").loadOrMake();
    assertEquals(
        List.of(
            "AWS_ACCESS_KEY_ID=" + keys.accessKey(), "AWS_SECRET_ACCESS_KEY=" + keys.secretKey()),
        Files.readAllLines(folder.resolve("one")));
    assertTrue(keys.secretKey().matches("[A-Za-z0-9_-]{40}"), "length or characters");
  }

  @Test
  void a_broken_credentials_file_is_named_and_not_replaced() throws IOException {
    Path file = Files.writeString(folder.resolve("one"), "AWS_ACCESS_KEY_ID=me\n");
    var failure = assertThrows(UncheckedIOException.class, () -> credentials("one").loadOrMake());
    assertTrue(String.valueOf(failure.getMessage()).contains(file.toString()));
    assertEquals("AWS_ACCESS_KEY_ID=me\n", Files.readString(file));
  }

  @Test
  void a_second_instance_is_kept_off_the_folder_until_the_first_is_gone() {
    InstanceLock first = InstanceLock.take(folder);
    var failure = assertThrows(OdometerException.class, () -> InstanceLock.take(folder));
    assertEquals(Errors.FOLDER_IN_USE, failure.error());
    assertTrue(failure.reason().contains(folder.toString()), failure.reason());
    first.close();
    InstanceLock.take(folder).close();
  }

  @Test
  void services_are_given_the_embedded_parts_and_keep_the_users_other_settings() {
    Map<String, String> user =
        Map.of(
            "ODOMETER_TOKEN", "t",
            "ODOMETER_RECONCILE_INTERVAL", "7s",
            "ODOMETER_S3_ENDPOINT", "http://elsewhere",
            "AWS_ACCESS_KEY_ID_FILE", "/elsewhere");
    var environment =
        new ServiceEnvironment(
            user,
            folder,
            "127.0.0.1:1",
            URI.create("http://127.0.0.1:2"),
            new Credentials("a", "s"));
    Map<String, String> settings = environment.of(3);
    assertEquals("t", settings.get("ODOMETER_TOKEN"));
    assertEquals("7s", settings.get("ODOMETER_RECONCILE_INTERVAL"));
    assertEquals("http://127.0.0.1:2", settings.get("ODOMETER_S3_ENDPOINT"));
    assertEquals("3", settings.get("ODOMETER_HTTP_PORT"));
    assertFalse(settings.containsKey("AWS_ACCESS_KEY_ID_FILE"));
  }

  private CredentialsFile credentials(String name) {
    return new CredentialsFile(folder.resolve(name), new SecureRandom());
  }
}
