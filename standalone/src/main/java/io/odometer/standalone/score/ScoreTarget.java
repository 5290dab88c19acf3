// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.platform.config.Settings;
import io.odometer.platform.http.HttpSettings;
import io.odometer.platform.store.StoreSettings;
import io.odometer.standalone.CredentialsFile;
import io.odometer.standalone.store.Credentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The system that scores: where it answers, and what it wants to be shown.
 *
 * @param token for the control API
 */
public record ScoreTarget(URI control, StoreSettings store, Optional<String> token) {
  /** Where a system answers by default. */
  public static final int CONTROL_PORT = 8090;

  public static final int STORE_PORT = 9000;

  /** Where an instance keeps its data, and so its credentials, by default. */
  public static final Path DATA = Path.of(".odometer");

  private static final int CONNECT_MILLISECONDS = 5000;
  private static final String ACCESS = "AWS_ACCESS_KEY_ID";
  private static final String SECRET = "AWS_SECRET_ACCESS_KEY";

  /**
   * Credentials come from the environment, or from an instance's folder.
   *
   * @throws OdometerException {@code Store.Refused} if there are none
   */
  public static ScoreTarget of(URI control, URI store, Path data, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("ODOMETER_S3_ENDPOINT", store.toString());
    if (!isSet(ACCESS, environment) && !isSet(SECRET, environment)) {
      Credentials keys = keys(data);
      all.put(ACCESS, keys.accessKey());
      all.put(SECRET, keys.secretKey());
    }
    return new ScoreTarget(
        control,
        Settings.read(all, StoreSettings::from).value(),
        Settings.read(all, from -> HttpSettings.from(from, 0)).value().token());
  }

  /**
   * The store's own client would try for half a minute, as services must.
   *
   * @throws OdometerException {@code Store.Unavailable} when nobody listens
   */
  void requireStore() {
    URI address = store.endpoint();
    int port =
        address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), port), CONNECT_MILLISECONDS);
    } catch (IOException failure) {
      throw new OdometerException(
          Errors.STORE_UNAVAILABLE,
          "no S3 store at %s: does Odometer run there?".formatted(address),
          failure);
    }
  }

  private static boolean isSet(String key, Map<String, String> environment) {
    return environment.containsKey(key) || environment.containsKey(key + "_FILE");
  }

  private static Credentials keys(Path data) {
    Path file = data.resolve(CredentialsFile.NAME);
    return CredentialsFile.find(file)
        .orElseThrow(
            () ->
                new OdometerException(
                    Errors.STORE_REFUSED,
                    "no S3 credentials: set %s and %s, or name with --data the folder of a running instance (there is no %s)"
                        .formatted(ACCESS, SECRET, file)));
  }

  @Override
  public String toString() {
    return "ScoreTarget[control=%s, store=%s, token=%s]"
        .formatted(control, store, token.isPresent() ? "***" : "none");
  }
}
