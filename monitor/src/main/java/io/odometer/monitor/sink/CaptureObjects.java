// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odometer.core.project.ProjectName;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.text.ByteText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The objects of a batch, one for each endpoint and hour, laid out as SageMaker's data capture
 * does. The same range of a partition gives the same names and the same bytes, whoever writes it.
 */
final class CaptureObjects {
  private static final String VARIANT = "AllTraffic";
  private static final DateTimeFormatter HOUR = formatter("uuuu/MM/dd/HH");
  private static final DateTimeFormatter WITHIN = formatter("mm-ss-SSS");

  private record Group(ProjectName endpoint, Instant hour) {}

  private CaptureObjects() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
  }

  static Map<ObjectKey, byte[]> of(Batch batch, Intent intent) {
    Map<Group, List<CapturedLine>> groups =
        batch.lines().stream()
            .collect(
                Collectors.groupingBy(
                    CaptureObjects::group, LinkedHashMap::new, Collectors.toList()));
    UUID id = id(batch, intent);
    Map<ObjectKey, byte[]> objects = new LinkedHashMap<>();
    groups.values().forEach(lines -> objects.put(key(lines.getFirst(), id), content(lines)));
    return objects;
  }

  private static Group group(CapturedLine line) {
    return new Group(line.endpoint(), line.time().truncatedTo(ChronoUnit.HOURS));
  }

  private static UUID id(Batch batch, Intent intent) {
    String range = "%s/%d-%d".formatted(batch.partition(), batch.first(), intent.last());
    return UUID.nameUUIDFromBytes(range.getBytes(UTF_8));
  }

  private static ObjectKey key(CapturedLine first, UUID id) {
    return new ObjectKey(
        Buckets.CAPTURE,
        "%s/%s/%s/%s-%s.jsonl"
            .formatted(
                first.endpoint(),
                VARIANT,
                HOUR.format(first.time()),
                WITHIN.format(first.time()),
                id));
  }

  private static byte[] content(List<CapturedLine> lines) {
    int size = lines.stream().mapToInt(line -> line.json().length + 1).sum();
    ByteText text = new ByteText(size);
    lines.forEach(line -> text.add(line.json()).add('\n'));
    return text.bytes();
  }
}
