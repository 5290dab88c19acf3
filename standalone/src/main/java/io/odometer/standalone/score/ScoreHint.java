// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import io.odometer.standalone.Addresses;
import java.net.URI;
import java.nio.file.Path;

/** The command that scores a file on a running instance, for people to copy. */
public final class ScoreHint {
  private ScoreHint() {}

  /**
   * @param data the instance's folder
   */
  public static String line(String file, String project, Addresses at, Path data) {
    return "./odometer score %s --project %s -o scored.csv".formatted(file, project)
        + unless(at.control().getPort() == ScoreTarget.CONTROL_PORT, " --control ", at.control())
        + unless(at.store().getPort() == ScoreTarget.STORE_PORT, " --s3 ", at.store())
        + (data.equals(ScoreTarget.DATA) ? "" : " --data " + data);
  }

  private static String unless(boolean usual, String flag, URI address) {
    return usual ? "" : flag + address;
  }
}
