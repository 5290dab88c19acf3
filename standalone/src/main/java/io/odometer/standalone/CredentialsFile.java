// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone;

import io.odometer.standalone.store.Credentials;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * The S3 key pair of one data folder, as lines that a shell can source: made at the first start,
 * readable by its owner only.
 */
public final class CredentialsFile {
  /** In the data folder. */
  public static final String NAME = "credentials";

  private static final String ACCESS = "AWS_ACCESS_KEY_ID";
  private static final String SECRET = "AWS_SECRET_ACCESS_KEY";

  private final Path file;
  private final SecureRandom random;

  CredentialsFile(Path file, SecureRandom random) {
    this.file = file;
    this.random = random;
  }

  Credentials loadOrMake() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      return load(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the S3 credentials in " + file, e);
    }
  }

  /** Those of an instance that was started before. */
  public static Optional<Credentials> find(Path file) {
    try {
      return Files.exists(file) ? Optional.of(load(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the S3 credentials in " + file, e);
    }
  }

  private static Credentials load(Path file) throws IOException {
    var lines = new Properties();
    lines.load(new StringReader(Files.readString(file)));
    try {
      return new Credentials(lines.getProperty(ACCESS, ""), lines.getProperty(SECRET, ""));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "it lacks %s or %s; remove it to get new ones".formatted(ACCESS, SECRET));
    }
  }

  /** Whole or not at all, and at no moment readable by others. */
  private void make() throws IOException {
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path draft = Files.createTempFile(file.getParent(), "credentials", ".new", onlyOwner);
    Files.writeString(
        draft, "%s=odometer-%s%n%s=%s%n".formatted(ACCESS, random(6), SECRET, random(30)));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** URL-safe text, so that no shell or client needs quoting. */
  private String random(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
  }
}
