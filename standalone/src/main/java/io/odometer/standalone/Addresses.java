// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone;

import java.net.URI;

/** Where a running instance answers. */
public record Addresses(URI api, URI control, URI store, String kafka) {}
