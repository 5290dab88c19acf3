// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A record that the broker will never take is left out: sending it again would stop everything. */
public final class OversizedRecords implements ProductionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(OversizedRecords.class);

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception failure) {
    if (failure instanceof RecordTooLargeException) {
      LOG.error("left out a record for {} that is too large", record.topic(), failure);
      return Response.resume();
    }
    return Response.fail();
  }

  @Override
  public void configure(Map<String, ?> settings) {}
}
