// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import io.odometer.core.error.Errors;
import io.odometer.core.json.Json;
import io.odometer.core.project.Project;
import io.odometer.core.schema.Column;
import io.odometer.core.schema.ColumnType;
import io.odometer.core.schema.LabelReader;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.SchemaInference;
import io.odometer.core.serving.ModelFiles;
import io.odometer.core.split.Part;
import io.odometer.core.split.RowSplitter;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.core.table.CsvTable;
import io.odometer.core.training.ObjectVersion;
import io.odometer.core.training.PreparedData;
import io.odometer.core.training.PreprocessInput;
import io.odometer.core.training.RowCounts;
import io.odometer.platform.task.TaskContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** One run of preprocess. */
final class Preparation {
  private static final int SAMPLE_ROWS = 2_000;
  private static final int ROWS_A_REPORT = 10_000;

  private final ObjectStore store;
  private final PreprocessLimits limits;
  private final TaskContext context;
  private final Project project;
  private final List<ObjectVersion> objects;
  private final Path scratch;
  private final DataChecks checks;
  private final List<String> warnings = new ArrayList<>();

  Preparation(
      ObjectStore store,
      PreprocessLimits limits,
      TaskContext context,
      PreprocessInput input,
      Path scratch) {
    this.store = store;
    this.limits = limits;
    this.context = context;
    this.project = input.project();
    this.objects =
        input.objects().stream()
            .sorted(Comparator.comparing(object -> object.key().toString()))
            .toList();
    this.scratch = scratch;
    this.checks = new DataChecks(project.target());
  }

  PreparedData run() throws IOException {
    checkBytes();
    Intake intake = new Intake(store, limits, checks, scratch);
    Map<SpooledObject, List<String>> tables = intake.take(objects);
    warnings.addAll(intake.warnings());
    UnionColumns columns = UnionColumns.of(project.target(), tables.values());
    warnOfUnknownColumns(columns);
    SchemaInference sample = sample(tables, columns);
    Column label = sample.label();
    SchemaInference inference = inference(columns);
    PartFiles files = new PartFiles(scratch, columns.names());
    RowRouter router =
        new RowRouter(
            columns,
            new LabelReader(label),
            new RowFilter(project.filter(), columns, sample),
            new RowSplitter(columns.names(), project.split()),
            inference,
            files);
    try (files) {
      for (Map.Entry<SpooledObject, List<String>> table : tables.entrySet()) {
        route(table.getKey(), columns.places(table.getValue()), router);
      }
    }
    return finish(inference, router, files, label, versions(tables.keySet()));
  }

  private void checkBytes() {
    long bytes = objects.stream().mapToLong(ObjectVersion::size).sum();
    if (bytes > limits.bytes()) {
      throw DataChecks.failure(
          Errors.DATA_TOO_LARGE,
          "%,d objects of %,d bytes together; at most %,d are taken"
              .formatted(objects.size(), bytes, limits.bytes()));
    }
  }

  /** Which versions they are says what a model was made of; when they came does not. */
  private static List<ObjectVersion> versions(Set<SpooledObject> used) {
    return used.stream().map(SpooledObject::object).map(ObjectVersion::known).toList();
  }

  private void warnOfUnknownColumns(UnionColumns columns) {
    Set<String> named = new LinkedHashSet<>(project.filter().keySet());
    named.addAll(project.types().keySet());
    named.addAll(project.ignore());
    named.removeAll(columns.names());
    named.forEach(
        name ->
            warnings.add(
                "the project's settings name a column '%s'; there is none".formatted(name)));
  }

  private SchemaInference inference(UnionColumns columns) {
    Map<String, ColumnType> types =
        project.types().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> ColumnType.of(entry.getValue())));
    return new SchemaInference(
        columns.names(), project.target(), types, Set.copyOf(project.ignore()));
  }

  /**
   * How numbers of the target and of filtered columns are written must be known before all is read.
   */
  private SchemaInference sample(Map<SpooledObject, List<String>> tables, UnionColumns columns)
      throws IOException {
    SchemaInference sample = inference(columns);
    for (Map.Entry<SpooledObject, List<String>> entry : tables.entrySet()) {
      int[] places = columns.places(entry.getValue());
      entry
          .getKey()
          .read(
              limits.table(),
              table -> {
                String[] cells = table.next();
                for (int row = 0; row < SAMPLE_ROWS && cells != null; row++) {
                  sample.add(columns.arrange(cells, places));
                  cells = table.next();
                }
                return table;
              });
    }
    return sample;
  }

  private void route(SpooledObject object, int[] places, RowRouter router) throws IOException {
    object.read(
        limits.table(),
        table -> {
          for (String[] cells = table.next(); cells != null; cells = table.next()) {
            router.route(cells, places);
            if (router.read() % ROWS_A_REPORT == 0) {
              context.progress(progress(router.read(), object));
            }
          }
          warnOfRagged(object, table);
          return table;
        });
  }

  private static ObjectNode progress(long rows, SpooledObject object) {
    return Json.object().put("rows", rows).put("object", object.object().key().toString());
  }

  private void warnOfRagged(SpooledObject object, CsvTable table) {
    if (table.extraCells() > 0) {
      warnings.add(
          "%s: %,d cells beyond the header's width were left out"
              .formatted(object.object().key(), table.extraCells()));
    }
    if (table.shortRows() > 0) {
      warnings.add(
          "%s: %,d rows are shorter than the header; what they lack is missing"
              .formatted(object.object().key(), table.shortRows()));
    }
  }

  private PreparedData finish(
      SchemaInference inference,
      RowRouter router,
      PartFiles files,
      Column sampledLabel,
      List<ObjectVersion> used) {
    RowCounts counts = router.counts();
    checks.rows(counts, router.labels());
    Schema schema = inference.infer(sampledLabel.numbers());
    checks.features(schema);
    checks.size(schema, counts, limits.cells());
    warnings.addAll(inference.remarks(schema));
    schema.dropped().forEach(column -> warnings.add("left out: " + DataChecks.describe(column)));
    if (counts.withoutTarget() > 0) {
      warnings.add(
          "%,d rows have no usable %s and were left out"
              .formatted(counts.withoutTarget(), project.target()));
    }
    if (counts.duplicates() > 0) {
      warnings.add(
          "%,d rows equal an earlier row in every cell and were left out"
              .formatted(counts.duplicates()));
    }
    new LabelCheck(project.target(), router.labels().toArray()).warning().ifPresent(warnings::add);
    ObjectKey schemaKey = context.folder().child(ModelFiles.SCHEMA);
    store.put(schemaKey, Json.bytes(schema), new PutCondition.Always());
    return new PreparedData(
        publish(files, Part.TRAIN),
        publish(files, Part.VALIDATION),
        publish(files, Part.TEST),
        schemaKey,
        counts,
        used,
        warnings);
  }

  /** The same on every try, so a try that died half-way does no harm. */
  private ObjectKey publish(PartFiles files, Part part) {
    ObjectKey key = context.folder().child(part.label() + ".csv");
    store.putFile(key, files.file(part), new PutCondition.Always());
    return key;
  }
}
