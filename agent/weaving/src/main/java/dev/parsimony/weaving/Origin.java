// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Where a class comes from.
 *
 * @param domain what its loader says of it; null if it says nothing
 */
record Origin(@Nullable ProtectionDomain domain) {
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
}
