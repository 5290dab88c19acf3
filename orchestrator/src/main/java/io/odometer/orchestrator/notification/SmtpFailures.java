// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Tells what a mail server says for good from what may pass. */
final class SmtpFailures {
  private SmtpFailures() {}

  /** A refused password may be put right, on our side or theirs. */
  static Attempt judge(MessagingException failure) {
    String reason = reason(failure);
    return !(failure instanceof AuthenticationFailedException)
            && chain(failure).anyMatch(SmtpFailures::isForGood)
        ? new Attempt.Refused(reason)
        : new Attempt.Failed(reason);
  }

  private static boolean isForGood(Exception failure) {
    return switch (failure) {
      case SMTPAddressFailedException address -> address.getReturnCode() >= 500;
      case SMTPSendFailedException send -> send.getReturnCode() >= 500;
      default -> false;
    };
  }

  private static Stream<Exception> chain(MessagingException first) {
    return Stream.iterate(
        (Exception) first,
        failure -> failure != null,
        failure ->
            failure instanceof MessagingException messaging ? messaging.getNextException() : null);
  }

  /** The last of the chain is nearest to the cause. */
  private static String reason(MessagingException failure) {
    Exception cause = chain(failure).reduce(failure, (_, next) -> next);
    String said = LetterWriter.oneLine(String.valueOf(cause.getMessage()));
    return cause.getClass().getSimpleName() + ": " + said;
  }
}
