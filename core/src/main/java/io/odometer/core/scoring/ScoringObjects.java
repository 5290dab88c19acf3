// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import io.odometer.core.project.ProjectName;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;

/** Where the objects of batch scoring lie. */
public final class ScoringObjects {
  static final String IN = "/in/";
  static final String JOB = ".job.json";
  static final String EXAMPLE = "scoring/<project>/in/<name>.csv";

  private static final String OUT = "/out/";

  private ScoringObjects() {}

  /** The file of that name in the project's {@code in/}. */
  public static ObjectKey input(ProjectName project, String name) {
    return new ObjectKey(Buckets.SCORING, project + IN + name);
  }

  /** The settings for one file. */
  public static ObjectKey job(ObjectKey input) {
    return new ObjectKey(input.bucket(), input.path() + JOB);
  }

  /** The scored file. */
  public static ObjectKey output(ProjectName project, ObjectKey input) {
    return result(project, input, ".out");
  }

  public static ObjectKey rejects(ProjectName project, ObjectKey input) {
    return result(project, input, ".rejects.csv");
  }

  /** Written last: whoever sees it finds everything that it names. */
  public static ObjectKey manifest(ProjectName project, ObjectKey input) {
    return result(project, input, ".manifest.json");
  }

  /** {@code in/a.csv} gives {@code out/a.csv.out}; what a manifest names keeps its folder. */
  private static ObjectKey result(ProjectName project, ObjectKey input, String ending) {
    String below = input.path().substring(project.value().length());
    String name = below.startsWith(IN) ? below.substring(IN.length()) : below.substring(1);
    return new ObjectKey(Buckets.SCORING, project + OUT + name + ending);
  }
}
