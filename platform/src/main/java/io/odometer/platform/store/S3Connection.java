// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.minio.MinioAsyncClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** MinIO's client on an HTTP client of ours, which it would otherwise build anew at great cost. */
final class S3Connection implements AutoCloseable {
  private static final int REQUESTS = 64;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("s3-", 0).factory());
  private final OkHttpClient http = http(threads);
  private final MinioAsyncClient client;

  S3Connection(StoreSettings settings) {
    client =
        MinioAsyncClient.builder()
            .endpoint(settings.endpoint().toString())
            // Saves a request for the bucket's region before the first of each bucket.
            .region(settings.region())
            .credentials(settings.accessKey(), settings.secretKey())
            .httpClient(http, false)
            .build();
  }

  MinioAsyncClient client() {
    return client;
  }

  private static OkHttpClient http(ExecutorService threads) {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(REQUESTS);
    // The default of 5 would make a sixth reader wait for a slow one.
    dispatcher.setMaxRequestsPerHost(REQUESTS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(REQUESTS / 4, 1, TimeUnit.MINUTES))
        .connectTimeout(Duration.ofSeconds(3))
        .readTimeout(Duration.ofSeconds(60))
        .writeTimeout(Duration.ofSeconds(30))
        // A silent second try of a conditional write would look like a lost race.
        .retryOnConnectionFailure(false)
        .build();
  }

  @Override
  public void close() {
    http.connectionPool().evictAll();
    threads.shutdown();
  }
}
