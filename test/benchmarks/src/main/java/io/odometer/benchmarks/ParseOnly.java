// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.ObjectContent;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.store.StoreSettings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A process that only reads and parses the file that is scored, and prints rows a second. */
final class ParseOnly {
  private ParseOnly() {}

  /**
   * @param arguments endpoint, access key and secret key of the store
   */
  public static void main(String[] arguments) throws IOException {
    StoreSettings settings =
        new StoreSettings(URI.create(arguments[0]), arguments[1], arguments[2], "us-east-1");
    try (S3ObjectStore store = new S3ObjectStore(settings)) {
      double cold = rate(store);
      double warm = rate(store);
      System.out.println(Math.max(cold, warm));
    }
  }

  private static double rate(S3ObjectStore store) throws IOException {
    long began = System.nanoTime();
    long rows = -1;
    try (ObjectContent content =
            store.open(ScoringObjects.input(ScoringInstallation.PROJECT, "rows.csv"));
        CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .ofCsvRecord(new InputStreamReader(content.stream(), StandardCharsets.UTF_8))) {
      for (CsvRecord record : reader) {
        rows += record.getFieldCount() > 0 ? 1 : 0;
      }
    }
    return rows / ((System.nanoTime() - began) / 1e9);
  }
}
