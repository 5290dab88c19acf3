// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.writer.LineDelimiter;
import io.odometer.core.json.Json;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.scoring.Prepared;
import io.odometer.core.scoring.ScoringRange;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.training.ObjectVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RangesTest {
  private final ScoredCars cars = new ScoredCars();

  @ParameterizedTest
  @EnumSource(LineDelimiter.class)
  void ranges_of_any_size_give_the_same_output(LineDelimiter lineEnd) {
    for (int seed = 0; seed < 2; seed++) {
      CarTable table = CarTable.random(seed, 12).columns("id", "miles", "fuel", "sold", "engine");
      String csv = table.csv(',', lineEnd) + "short,row\nx,unreadable,,,\n";
      assertSameOutput("t" + seed + ".csv", csv);
      assertSameOutput("h" + seed + ".csv", CarTable.random(seed, 9).body(';', lineEnd));
    }
  }

  private void assertSameOutput(String name, String csv) {
    ScoringRun whole = cars.run("whole " + name);
    ObjectVersion file = whole.drop(name, csv);
    whole.score(file, true);
    String output = whole.output(file);
    String rejects = whole.rejects(file);
    for (int bytes = 1; bytes < csv.length(); bytes += 1 + bytes / 2) {
      ScoringRun cut = cars.run(name + bytes, ScoringSettings.DEFAULT, bytes);
      cut.score(file, true);
      assertEquals(output, cut.output(file), "ranges of " + bytes);
      assertEquals(rejects, cut.rejects(file), "ranges of " + bytes);
      assertEquals(whole.manifest(file).counts(), cut.manifest(file).counts());
      assertEquals(whole.manifest(file).checksums(), cut.manifest(file).checksums());
      assertEquals(whole.manifest(file).reasons(), cut.manifest(file).reasons());
    }
  }

  @Test
  void ranges_follow_one_another_from_the_first_row_to_the_end() {
    ScoringRun run = cars.run("ranges", ScoringSettings.DEFAULT, 40);
    String csv = CarTable.random(5, 50).csv();
    Prepared prepared = run.prepare(run.drop("a.csv", csv));
    List<ScoringRange> ranges = prepared.ranges();
    assertTrue(ranges.size() > 10);
    assertEquals(csv.indexOf('\n') + 1, ranges.getFirst().start());
    assertEquals(csv.length(), ranges.getLast().end());
    for (int i = 1; i < ranges.size(); i++) {
      assertEquals(ranges.get(i - 1).end(), ranges.get(i).start());
      assertTrue(ranges.get(i).length() > 0);
    }
  }

  @Test
  void a_workflow_can_carry_the_ranges_of_any_file() {
    ScoringRun run = cars.run("many", ScoringSettings.DEFAULT, 1);
    String csv = "miles,fuel,sold,engine\n" + "1,Diesel,,\n".repeat(5_000);
    ObjectVersion file = run.drop("many.csv", csv);
    Prepared prepared = run.prepare(file);
    assertTrue(prepared.ranges().size() <= 400, "ranges: " + prepared.ranges().size());
    List<ObjectKey> scored = run.score(prepared);
    int bytes = Json.bytes(prepared).length + Json.bytes(scored).length;
    assertTrue(bytes < 160_000, "of 262,144 that a state's data may have: " + bytes);
    run.publish(prepared, scored);
    assertEquals(5_001, run.output(file).lines().count());
  }

  @Test
  void the_line_of_a_reject_is_that_of_the_file() {
    ScoringRun run = cars.run("lines", ScoringSettings.DEFAULT, 1);
    ObjectVersion file =
        run.drop(
            "lines.csv",
            "\n\nmiles,fuel\n1,Diesel\nx,Petrol\r\n2,\"a\n\nb\"\n\ny,Hybrid\rz,Diesel\n");
    run.score(file);
    assertEquals(
        """
        line,reason,raw
        5,miles is no number: 'x',"x,Petrol"
        10,miles is no number: 'y',"y,Hybrid"
        11,miles is no number: 'z',"z,Diesel"
        """,
        run.rejects(file));
  }
}
