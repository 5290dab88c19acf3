// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.scoring.ScoringCounts;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.training.ObjectVersion;
import io.odometer.scorer.parquet.Columns;
import io.odometer.scorer.parquet.ParquetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {
  private final ScoredCars cars = new ScoredCars();

  @TempDir private Path folder;
  private ParquetFiles files;

  @BeforeEach
  void open() {
    files = new ParquetFiles(folder, ParquetFiles.USUAL_MEMORY);
  }

  private byte[] parquet(String csv, Columns.Column... columns) throws IOException {
    Path text = Files.write(folder.resolve("made.csv"), csv.getBytes(UTF_8));
    Path packed = folder.resolve("made.parquet");
    files.toParquet(text, new Columns(List.of(columns)), packed, "made");
    return Files.readAllBytes(packed);
  }

  private List<List<String>> scored(ScoringRun run, ObjectVersion file) throws IOException {
    run.score(file);
    Path output = folder.resolve("output.parquet");
    Path csv = folder.resolve("output.csv");
    Files.write(output, run.read(ScoringObjects.output(ScoringRun.PROJECT, file.key())));
    files.toCsv(output, csv, "output");
    return CarTable.parse(Files.readString(csv), ',');
  }

  @Test
  void parquet_comes_back_as_parquet_with_the_same_predictions() throws IOException {
    byte[] packed =
        parquet(
            "id,miles,fuel\n7,1250,Diesel\n8,,\"Gas\nLPG\"\n9,90.5,Petrol\n",
            new Columns.Column("id", "BIGINT"),
            new Columns.Column("miles", "DOUBLE"),
            new Columns.Column("fuel", "VARCHAR"));
    ScoringRun run = cars.run("parquet", ScoringSettings.DEFAULT, 20);
    List<List<String>> rows = scored(run, run.drop("a.parquet", packed));
    assertEquals(
        List.of(
            "id",
            "miles",
            "fuel",
            "prediction",
            "prediction_xgboost",
            "prediction_linear",
            "model_version"),
        rows.getFirst());
    assertRow(List.of("7", "1250.0", "Diesel"), rows.get(1));
    assertRow(List.of("8", "", "Gas\nLPG"), rows.get(2));
    assertRow(List.of("9", "90.5", "Petrol"), rows.get(3));
  }

  @Test
  void rows_that_are_written_anew_keep_empty_text_apart_from_nothing() throws IOException {
    byte[] packed =
        parquet(
            "id,miles,note\n-7,1,=1+1\n8,2,\"\"\n9,3,\n",
            new Columns.Column("id", "BIGINT"),
            new Columns.Column("miles", "DOUBLE"),
            new Columns.Column("note", "VARCHAR"));
    ScoringSettings neutral =
        ScoringSettings.DEFAULT.with(Json.tree("{\"neutralizeFormulas\":true}"));
    ScoringRun run = cars.run("anew", neutral, 1 << 20);
    ObjectVersion file = run.drop("a.parquet", packed);
    scored(run, file);
    String csv = Files.readString(folder.resolve("output.csv"));
    assertTrue(csv.contains("-7,1.0,'=1+1,"), csv);
    assertTrue(csv.contains("8,2.0,\"\","), csv);
    assertTrue(csv.contains("9,3.0,,"), csv);
  }

  @Test
  void a_row_whose_only_cell_is_missing_is_rejected_and_counted() throws IOException {
    byte[] packed = parquet("miles\n1\n\n3\n", new Columns.Column("miles", "DOUBLE"));
    ScoringRun run = cars.run("single", ScoringSettings.DEFAULT, 1 << 20);
    ObjectVersion file = run.drop("a.parquet", packed);
    assertEquals(new ScoringCounts(3, 2, 1), run.score(file).counts());
  }

  private void assertRow(List<String> input, List<String> row) {
    List<String> made = cars.predictions(Map.of("miles", input.get(1), "fuel", input.get(2)));
    assertEquals(
        Stream.of(input, made, List.of(ScoredCars.VERSION)).flatMap(List::stream).toList(), row);
  }
}
