// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.schema.Schema;
import io.odometer.core.table.CsvLimits;
import io.odometer.core.table.CsvTable;
import io.odometer.core.table.TextForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Profiles a CSV as our own services write it, on as many threads as the executor has. Blocks of
 * rows go round a fixed number of lanes, each with a profile of its own, so that the answer is the
 * same on any machine.
 */
public final class TableProfiler {
  private static final int LANES = 4;
  private static final int BLOCK = 1 << 19;
  private static final int WAITING = 2 * LANES;

  private final Schema schema;
  private final Set<String> ignored;
  private final Executor executor;

  /**
   * @param ignored columns that are ours and none of the data's
   */
  public TableProfiler(Schema schema, Set<String> ignored, Executor executor) {
    this.schema = schema;
    this.ignored = Set.copyOf(ignored);
    this.executor = executor;
  }

  /**
   * Reads the stream to its end and leaves it open. Nothing at all is no rows.
   *
   * @throws OdometerException {@code Store.Unavailable} if it cannot be read, and what {@link
   *     CsvTable} throws
   */
  public DatasetProfile profile(InputStream csv) {
    RecordBlocks blocks = new RecordBlocks(csv, BLOCK);
    Semaphore room = new Semaphore(WAITING);
    try {
      byte[] header = blocks.header();
      List<Lane> lanes = Stream.generate(() -> new Lane(header, room)).limit(LANES).toList();
      int count = 0;
      for (byte[] block = blocks.next(); block != null; block = blocks.next()) {
        room.acquireUninterruptibly();
        lanes.get(count++ % LANES).add(block);
      }
      return merged(lanes);
    } catch (IOException e) {
      throw new OdometerException(Errors.STORE_UNAVAILABLE, "the rows could not be read", e);
    }
  }

  private DatasetProfile merged(List<Lane> lanes) {
    DatasetProfile all = new DatasetProfile(ProfiledColumn.of(schema));
    lanes.forEach(lane -> lane.mergeInto(all));
    return all;
  }

  /** Every so manieth block, one after the other. */
  private final class Lane {
    private final byte[] header;
    private final Semaphore room;
    private CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    private @Nullable RowProfiler rows;

    Lane(byte[] header, Semaphore room) {
      this.header = header;
      this.room = room;
    }

    void add(byte[] block) {
      done =
          done.thenRunAsync(() -> profile(block), executor)
              .whenComplete((nothing, failure) -> room.release());
    }

    private void profile(byte[] block) {
      InputStream stream =
          new SequenceInputStream(
              new ByteArrayInputStream(header), new ByteArrayInputStream(block));
      CsvTable table = CsvTable.open(stream, TextForm.PLAIN, CsvLimits.DEFAULT, "rows");
      RowProfiler profiler = rows == null ? new RowProfiler(schema, table.header(), ignored) : rows;
      rows = profiler;
      for (String[] cells = table.next(); cells != null; cells = table.next()) {
        profiler.add(cells);
      }
    }

    void mergeInto(DatasetProfile all) {
      try {
        done.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof OdometerException named ? named : e;
      }
      if (rows != null) {
        all.merge(rows.profile());
      }
    }
  }
}
