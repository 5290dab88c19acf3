// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file on its way into the bucket. Its key follows from its content, its settings and its name:
 * nobody else's file is overwritten, and the same file again is found.
 */
record Upload(ScoreRequest request, String name) {
  private static final int DIGITS = 16;

  static Upload of(ScoreRequest request) {
    MessageDigest digest = sha256();
    try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      copy(request.file(), sink);
      if (request.job().isPresent()) {
        copy(request.job().get(), sink);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + request.file(), broken);
    }
    String folder = HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    return new Upload(request, folder + "/" + request.file().getFileName());
  }

  private static void copy(Path file, OutputStream sink) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      content.transferTo(sink);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  ObjectKey key() {
    return ScoringObjects.input(request.project(), name);
  }

  boolean isThere(ObjectStore store) {
    return store.find(key()).isPresent();
  }

  /** The settings come first: the arrival of the file starts its scoring. */
  void put(ObjectStore store) {
    request
        .job()
        .ifPresent(job -> store.putFile(ScoringObjects.job(key()), job, new PutCondition.Always()));
    store.putFile(key(), request.file(), new PutCondition.Always());
  }
}
