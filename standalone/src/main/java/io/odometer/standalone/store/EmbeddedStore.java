// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.store;

import io.odometer.standalone.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An S3 endpoint in this process, on 127.0.0.1, that asks for AWS version 4 signatures. Buckets are
 * folders and objects are files of the directory, so a key may not lie below another key. Objects
 * are there again after a restart, a killed process included; a write that was cut off leaves
 * nothing behind.
 */
public final class EmbeddedStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);
  private static final Duration DRAIN = Duration.ofSeconds(1);
  private static final int THREADS = 32;
  private static final Class<UserDefinedFileAttributeView> VIEW =
      UserDefinedFileAttributeView.class;

  private final Path directory;
  private final int port;
  private final S3Proxy proxy;

  /**
   * @param directory made if absent, on a file system with extended attributes
   * @param port 0: any free one
   */
  public EmbeddedStore(Path directory, int port, Credentials credentials) {
    this.directory = prepared(directory);
    this.port = port;
    this.proxy =
        S3Proxy.builder()
            .blobStore(new AtomicBlobStore(new FilesystemNio2BlobStore(directory.toString())))
            .endpoint(URI.create("http://" + Ports.HOST + ":" + port))
            .awsAuthentication(
                AuthenticationType.AWS_V4, credentials.accessKey(), credentials.secretKey())
            .ignoreUnknownHeaders(true)
            .jettyMaxThreads(THREADS)
            .stopTimeout(DRAIN.toMillis())
            .build();
  }

  /** Returns when requests are answered; {@code Port.InUse}. */
  public void start() {
    if (port != 0) {
      Ports.requireFree(port, "the S3 store");
    }
    new Leftovers(directory, Instant.now()).remove();
    try {
      proxy.start();
    } catch (Exception e) {
      throw new IllegalStateException("the S3 store cannot start on port " + port, e);
    }
  }

  /** With the port actually bound. */
  public URI endpoint() {
    return URI.create("http://" + Ports.HOST + ":" + proxy.getPort());
  }

  /** Lets requests under way finish for a moment; safe to call twice. */
  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (TimeoutException idle) {
      LOG.debug("clients still held connections when the S3 store stopped", idle);
    } catch (Exception e) {
      throw new IllegalStateException("the S3 store did not stop cleanly", e);
    }
  }

  /** Without them every etag would be lost, and clients would fail in ways that say nothing. */
  private static void requireAttributes(Path directory) throws IOException {
    if (!Files.getFileStore(directory).supportsFileAttributeView(VIEW)) {
      throw new IllegalStateException(
          "the S3 store needs extended attributes, which the file system of %s does not have"
              .formatted(directory));
    }
  }

  private static Path prepared(Path directory) {
    try {
      Path made = Files.createDirectories(directory);
      requireAttributes(made);
      return made;
    } catch (IOException e) {
      throw new IllegalStateException("the S3 store cannot use the folder " + directory, e);
    }
  }
}
