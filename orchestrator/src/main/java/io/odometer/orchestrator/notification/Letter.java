// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

/** What a mail says. */
record Letter(String subject, String text, String html) {}
