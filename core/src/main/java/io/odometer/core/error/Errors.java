// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.error;

/**
 * The names that users meet. {@code Data.*} and {@code Schema.*} speak of what was handed in and
 * are never retried; {@code Store.*} and {@code Internal.*} may pass.
 */
public final class Errors {
  /** No rows: an empty object, or a header and nothing else. */
  public static final ErrorName DATA_EMPTY = new ErrorName("Data.Empty");

  /** Too few usable rows to fill every part of the split. */
  public static final ErrorName DATA_TOO_FEW_ROWS = new ErrorName("Data.TooFewRows");

  /** More than the configured limit of bytes, rows times columns, or characters in a cell. */
  public static final ErrorName DATA_TOO_LARGE = new ErrorName("Data.TooLarge");

  /** Not text, or not a table: binary content, a quote that never closes. */
  public static final ErrorName DATA_MALFORMED = new ErrorName("Data.Malformed");

  /** Bytes that are valid in no supported encoding. */
  public static final ErrorName DATA_ENCODING = new ErrorName("Data.Encoding");

  /** An object was removed or replaced between the trigger and the reading. */
  public static final ErrorName DATA_CHANGED = new ErrorName("Data.Changed");

  /** The target column is not in the table; the message names the columns that are. */
  public static final ErrorName SCHEMA_TARGET_MISSING = new ErrorName("Schema.TargetMissing");

  /** The target column holds no usable number. */
  public static final ErrorName SCHEMA_TARGET_EMPTY = new ErrorName("Schema.TargetEmpty");

  /** The target column holds one value only. */
  public static final ErrorName SCHEMA_TARGET_CONSTANT = new ErrorName("Schema.TargetConstant");

  /** Two columns bear one name, or a header cell is unusable. */
  public static final ErrorName SCHEMA_HEADER = new ErrorName("Schema.Header");

  /** More columns than the configured limit. */
  public static final ErrorName SCHEMA_TOO_MANY_COLUMNS = new ErrorName("Schema.TooManyColumns");

  /** The columns of a file to score are not those that the models know. */
  public static final ErrorName SCHEMA_MISMATCH = new ErrorName("Schema.Mismatch");

  /** No column is left that could tell anything about the target. */
  public static final ErrorName SCHEMA_NO_FEATURES = new ErrorName("Schema.NoFeatures");

  /** A project's settings do not hold: the message names the field. */
  public static final ErrorName PROJECT_INVALID = new ErrorName("Project.Invalid");

  /** No project of that name has been created. */
  public static final ErrorName PROJECT_UNKNOWN = new ErrorName("Project.Unknown");

  /** The project was changed by somebody else meanwhile. */
  public static final ErrorName PROJECT_CONFLICT = new ErrorName("Project.Conflict");

  /** The settings beside a file to score do not hold: the message names the field. */
  public static final ErrorName JOB_INVALID = new ErrorName("Job.Invalid");

  /** A list of files to score is not in SageMaker's form, or names what it must not. */
  public static final ErrorName MANIFEST_INVALID = new ErrorName("Manifest.Invalid");

  /** More rows of a file were rejected than the project allows; nothing was published. */
  public static final ErrorName SCORING_TOO_MANY_REJECTS = new ErrorName("Scoring.TooManyRejects");

  /** Another file's output lies where this one's would. */
  public static final ErrorName SCORING_NAME_TAKEN = new ErrorName("Scoring.NameTaken");

  /** Nothing serves yet whose traffic could be monitored. */
  public static final ErrorName MONITORING_NO_CHAMPION = new ErrorName("Monitoring.NoChampion");

  /** So many runs of the monitor wait already. */
  public static final ErrorName MONITORING_TOO_MANY = new ErrorName("Monitoring.TooMany");

  /** Training ended in numbers that are not finite. */
  public static final ErrorName TRAINING_DIVERGED = new ErrorName("Training.Diverged");

  /** A file of a model version is not what its manifest says. */
  public static final ErrorName MODEL_CORRUPT = new ErrorName("Model.Corrupt");

  /** A model of a kind that the evaluators do not know. */
  public static final ErrorName MODEL_UNSUPPORTED = new ErrorName("Model.Unsupported");

  /** The files of a version are more than there is memory set aside for. */
  public static final ErrorName MODEL_NO_ROOM = new ErrorName("Model.NoRoom");

  /** Compare-and-swap lost: somebody else changed the endpoint meanwhile. */
  public static final ErrorName REGISTRY_CONFLICT = new ErrorName("Registry.Conflict");

  /** Compare-and-swap lost: another run of the monitor took the same payload. */
  public static final ErrorName LEDGER_CONFLICT = new ErrorName("Ledger.Conflict");

  /** What a monitor wrote down of its runs is damaged, or of a newer version. */
  public static final ErrorName LEDGER_UNREADABLE = new ErrorName("Ledger.Unreadable");

  /** An object that should be there is not. */
  public static final ErrorName STORE_NOT_FOUND = new ErrorName("Store.NotFound");

  /** A conditional write or read lost. */
  public static final ErrorName STORE_PRECONDITION = new ErrorName("Store.Precondition");

  /** The object store does not answer. */
  public static final ErrorName STORE_UNAVAILABLE = new ErrorName("Store.Unavailable");

  /** The object store answers, and says no: credentials, a policy, an invalid name. */
  public static final ErrorName STORE_REFUSED = new ErrorName("Store.Refused");

  /** The Kafka broker does not answer. */
  public static final ErrorName KAFKA_UNAVAILABLE = new ErrorName("Kafka.Unavailable");

  /** An order was not confirmed in time; it may still be carried out. */
  public static final ErrorName CONTROL_TIMEOUT = new ErrorName("Control.Timeout");

  /** Another process works on a data folder that we want. */
  public static final ErrorName FOLDER_IN_USE = new ErrorName("Folder.InUse");

  /** Not every part was ready in time; the message names those that were not. */
  public static final ErrorName STARTUP_TIMEOUT = new ErrorName("Startup.Timeout");

  /** A client of the HTTP APIs got no answer. */
  public static final ErrorName API_UNAVAILABLE = new ErrorName("Api.Unavailable");

  /** A client of the HTTP APIs was refused what it asked for. */
  public static final ErrorName API_REFUSED = new ErrorName("Api.Refused");

  /** What a client of the HTTP APIs waited for did not come in time. */
  public static final ErrorName API_TIMEOUT = new ErrorName("Api.Timeout");

  /** An execution that a client ordered did not end well; the message has its error and cause. */
  public static final ErrorName EXECUTION_FAILED = new ErrorName("Execution.Failed");

  /** A file that came out of the store is not the one that was published. */
  public static final ErrorName DOWNLOAD_CORRUPT = new ErrorName("Download.Corrupt");

  /** The demo did not show what it should. */
  public static final ErrorName DEMO_FAILED = new ErrorName("Demo.Failed");

  /** Somebody else listens on a port that we want. */
  public static final ErrorName PORT_IN_USE = new ErrorName("Port.InUse");

  /** The definition of a workflow does not hold; the message names state and field. */
  public static final ErrorName WORKFLOW_INVALID = new ErrorName("Workflow.Invalid");

  /** Each worker that started the task died of it, or with it; not to be retried. */
  public static final ErrorName TASK_GIVEN_UP = new ErrorName("Task.GivenUp");

  /** A file of monitoring constraints does not hold: the message names the place. */
  public static final ErrorName CONSTRAINTS_INVALID = new ErrorName("Constraints.Invalid");

  /** A mistake of ours. */
  public static final ErrorName INTERNAL = new ErrorName("Internal.Error");

  private Errors() {}
}
