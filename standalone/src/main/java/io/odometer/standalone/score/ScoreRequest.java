// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import io.odometer.core.project.ProjectName;
import io.odometer.core.scoring.ScoringFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for; what can be known to be wrong without asking anybody is refused.
 *
 * @param output where the scored file goes
 * @param job settings for this file
 * @param again whether it is scored although it was before
 * @param waits whether a project without a champion is waited for
 */
public record ScoreRequest(
    Path file, ProjectName project, Path output, Optional<Path> job, boolean again, boolean waits) {
  public ScoreRequest {
    requireReadable(file);
    job.ifPresent(ScoreRequest::requireReadable);
    requireFormat(file);
    requirePlace(output);
    for (Path written : List.of(output, rejects(output))) {
      requireOther(written, file);
      job.ifPresent(settings -> requireOther(written, settings));
    }
  }

  /** Where rows go that could not be scored. */
  Path rejects() {
    return rejects(output);
  }

  private static Path rejects(Path output) {
    return output.resolveSibling(output.getFileName() + ".rejects.csv");
  }

  private static void requireReadable(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("the file " + file + " may not be read");
    }
  }

  private static void requireFormat(Path file) {
    ScoringFormat format =
        ScoringFormat.of(file.toString())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s ends in none of %s".formatted(file, ScoringFormat.NAMES)));
    if (format == ScoringFormat.MANIFEST) {
      throw new IllegalArgumentException(
          file + " is a list of files: drop it in the bucket; here one file is scored");
    }
  }

  private static void requirePlace(Path output) {
    Path folder = output.toAbsolutePath().getParent();
    if (Files.isDirectory(output)) {
      throw new IllegalArgumentException("the output " + output + " is a folder; name a file");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("there is no folder for the output " + output);
    }
  }

  /** What is given is not lost to what is written, by whatever path either is named. */
  private static void requireOther(Path written, Path given) {
    try {
      if (Files.exists(written) && Files.isSameFile(written, given)) {
        throw new IllegalArgumentException(
            "%s would be written over %s; name another output".formatted(written, given));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot look at " + written + ": " + broken, broken);
    }
  }
}
