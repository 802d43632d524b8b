// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a class comes from.
 *
 * @param domain what its loader says of it; null if it says nothing
 */
record Origin(@Nullable ProtectionDomain domain) {
    private static final Pattern VERSIONED = Pattern.compile(".+?-(?<version>\\d+(\\..*)?)\\.jar");

    /**
     * The name of the jar, or of the directory; empty if it is not known. Of a jar in a jar, which Spring Boot's loader gives
     * as {@code app.jar!/BOOT-INF/lib/sdk.jar!/}, the inner one.
     */
    String jar() {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        URL location = source == null ? null : source.getLocation();
        String path = location == null ? "" : location.getPath().replaceFirst("[!/]+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The version in the name of the jar, as a build writes it and a module without a descriptor takes it; empty without one. */
    String version() {
        Matcher named = VERSIONED.matcher(jar());
        return named.matches() ? named.group("version") : "";
    }
}
