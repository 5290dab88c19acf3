// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.cli;

import io.odometer.standalone.Addresses;
import io.odometer.standalone.score.ScoreHint;
import java.io.PrintStream;
import java.nio.file.Path;

/** What a person needs to know once everything runs. */
final class Welcome {
  private Welcome() {}

  static void print(PrintStream out, Addresses at, Path data) {
    out.printf(
        """
        Odometer is ready

          inference API  %s
          control API    %s
          S3 store       %s    credentials in %s
          Kafka          %s
          log            %s

        """,
        at.api(),
        at.control(),
        at.store(),
        data.resolve("credentials"),
        at.kafka(),
        data.resolve("logs").resolve("odometer.log"));
  }

  static void printFirstSteps(PrintStream out, Addresses at, Path data) {
    out.printf(
        """
        Name the column to predict, drop a CSV, and ask:

          curl -X PUT %s/api/projects/mine -H 'Content-Type: application/json' -d '{"target": "price"}'
          set -a; . %s; set +a
          curl -T table.csv -H "x-amz-content-sha256: UNSIGNED-PAYLOAD" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" --aws-sigv4 aws:amz:us-east-1:s3 %s/training/mine/table.csv
          curl '%s/api/executions?project=mine'
          curl %s/endpoints/mine

        Drop what is to be scored under scoring/mine/in/, or have it scored from here:

          %s

        Ctrl-C stops it.
        """,
        at.control(),
        data.resolve("credentials"),
        at.store(),
        at.control(),
        at.api(),
        ScoreHint.line("new.csv", "mine", at, data));
  }
}
