// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.payload;

import io.odometer.core.project.Algorithm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The header of captured rows: what is known of the row, each name with {@value #PREFIX} before it,
 * then the endpoint's features as text cells of the source. {@code predictions.csv.gz} has the same
 * header without features.
 *
 * <pre>
 * odometer.id             what labels join: the request's id, /0, /1, … behind it if it had several rows
 * odometer.time           when it was served, ISO-8601 UTC
 * odometer.source         realtime or batch
 * odometer.status         of the answer, as HTTP has it; batches have 200
 * odometer.prediction     the combined one; empty if the request failed or it is no finite number
 * odometer.prediction_A   of the member of each algorithm A of the endpoint; empty likewise
 * odometer.version_A      the version that made it; empty if no member of A answered
 * odometer.key_K          for each of the project's label keys K
 * </pre>
 *
 * @param algorithms of the endpoint's members
 * @param labelKeys of the project
 * @param features of the endpoint, the newest member's first
 */
public record PayloadColumns(
    List<Algorithm> algorithms, List<String> labelKeys, List<String> features) {
  static final String PREFIX = "odometer.";

  static final int ID = 0;
  static final int TIME = 1;
  static final int SOURCE = 2;
  static final int STATUS = 3;

  /** Where the combined prediction stands. */
  public static final int PREDICTION = 4;

  private static final List<String> FIXED = List.of("id", "time", "source", "status", "prediction");
  private static final String MEMBER = "prediction_";
  private static final String VERSION = "version_";
  static final String KEY = "key_";

  public PayloadColumns {
    algorithms = List.copyOf(algorithms);
    labelKeys = List.copyOf(labelKeys);
    features = List.copyOf(features);
  }

  /** Of a table with this header. */
  public static PayloadColumns of(List<String> header) {
    List<Algorithm> algorithms = after(header, PREFIX + MEMBER).map(Algorithm::new).toList();
    List<String> keys = after(header, PREFIX + KEY).toList();
    int features = FIXED.size() + 2 * algorithms.size() + keys.size();
    PayloadColumns columns =
        new PayloadColumns(algorithms, keys, header.subList(features, header.size()));
    if (!columns.header().equals(header)) {
      throw new IllegalArgumentException("not a header of captured rows: " + header);
    }
    return columns;
  }

  private static Stream<String> after(List<String> header, String prefix) {
    return header.stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()));
  }

  /** The same without features: of {@code predictions.csv.gz}. */
  public PayloadColumns withoutFeatures() {
    return new PayloadColumns(algorithms, labelKeys, List.of());
  }

  public List<String> header() {
    List<String> header = new ArrayList<>();
    FIXED.forEach(name -> header.add(PREFIX + name));
    for (Algorithm algorithm : algorithms) {
      header.add(PREFIX + MEMBER + algorithm);
      header.add(PREFIX + VERSION + algorithm);
    }
    labelKeys.forEach(name -> header.add(PREFIX + KEY + name));
    header.addAll(features);
    return header;
  }

  /** Fills in what is known of a row whoever answered it. */
  public void describe(String[] cells, String id, Instant time, String source, int status) {
    cells[ID] = id;
    cells[TIME] = time.toString();
    cells[SOURCE] = source;
    cells[STATUS] = Integer.toString(status);
  }

  /** Fills in a member's prediction, if the endpoint still has the algorithm. */
  public void predict(String[] cells, Algorithm algorithm, String prediction, String version) {
    int index = algorithms.indexOf(algorithm);
    if (index >= 0) {
      cells[member(index)] = prediction;
      cells[member(index) + 1] = version;
    }
  }

  /** Where the prediction of the member of this algorithm stands; the version is one further. */
  int member(int algorithm) {
    return FIXED.size() + 2 * algorithm;
  }

  /** Where a label key stands. */
  public int key(int labelKey) {
    return member(algorithms.size()) + labelKey;
  }

  /** Where the first feature stands; they go on to the end of the row. */
  public int firstFeature() {
    return key(labelKeys.size());
  }

  public int width() {
    return firstFeature() + features.size();
  }
}
