// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import io.odometer.core.json.Json;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.CombinationRule;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.serving.Member;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.inference.endpoint.EndpointView;
import io.odometer.inference.endpoint.LoadFailure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint is and what to send to it.
 *
 * @param version the one that serves; absent when none does
 * @param wantedVersion the newest heard of, when it is another
 * @param reason why the wanted version does not serve
 * @param example a record that may be sent as it is
 * @param curl a command that sends it
 */
record EndpointDescription(
    String name,
    String status,
    @Nullable Long version,
    @Nullable Long wantedVersion,
    @Nullable String reason,
    @Nullable LoadFailure failure,
    Instant updatedAt,
    CombinationRule rule,
    @Nullable Map<Algorithm, Double> weights,
    List<MemberDescription> members,
    @Nullable String target,
    @Nullable List<FeatureDescription> features,
    @Nullable Map<String, Object> example,
    @Nullable String curl) {

  /** One model version behind it. */
  record MemberDescription(
      String algorithm, String version, Instant trainedAt, RegressionMetrics metrics) {
    static MemberDescription of(Member member) {
      return new MemberDescription(
          member.algorithm(),
          member.version(),
          member.model().manifest().createdAt(),
          member.model().manifest().metrics());
    }
  }

  /**
   * @param address host and port as the client sees them
   * @param token whether calls need one
   */
  static EndpointDescription of(EndpointView view, String address, boolean token) {
    ServingEndpoint serving = view.serving();
    Endpoint shown = serving == null ? view.wanted() : serving.endpoint();
    EndpointRule rule = shown.rule();
    Map<String, Object> example = serving == null ? null : serving.example();
    return new EndpointDescription(
        shown.name().value(),
        status(view),
        serving == null ? null : (Long) shown.version(),
        view.isCurrent() ? null : (Long) view.wanted().version(),
        view.isCurrent() ? null : view.reason(),
        view.failure(),
        shown.updatedAt(),
        rule.rule(),
        rule.rule() == CombinationRule.WEIGHTED ? rule.weights() : null,
        serving == null
            ? List.of()
            : serving.members().stream().map(MemberDescription::of).toList(),
        serving == null ? null : serving.newest().model().schema().target(),
        serving == null
            ? null
            : serving.fields().all().stream()
                .map(field -> FeatureDescription.of(field.facts()))
                .toList(),
        example,
        example == null ? null : curl(shown.name().value(), example, address, token));
  }

  static String status(EndpointView view) {
    return view.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String curl(
      String name, Map<String, Object> example, String address, boolean token) {
    return "curl -s http://%s/endpoints/%s/predict -H 'Content-Type: application/json'%s -d '%s'"
        .formatted(
            address,
            name,
            token ? " -H \"Authorization: Bearer $ODOMETER_TOKEN\"" : "",
            Json.text(example).replace("'", "'\\''"));
  }
}
