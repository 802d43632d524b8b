// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * URLs of entries of the agent's jar, read from the jar that is open already. A URL made without a handler of its own would
 * have the JVM search the application's whole class path for one, and open our jar a second time for ever.
 */
final class EntryUrls extends URLStreamHandler {
    private final AgentJar jar;

    EntryUrls(AgentJar jar) {
        this.jar = jar;
    }

    /** The URL of an entry, as any reader of jars would write it. */
    URL url(String entry) throws MalformedURLException {
        return new URL(null, "jar:" + jar.file().toURI() + "!/" + entry, this);
    }

    @Override
    protected URLConnection openConnection(URL url) {
        final String entry = url.getFile().substring(url.getFile().lastIndexOf("!/") + 2);
        return new URLConnection(url) {
            @Override
            public void connect() {}

            @Override
            public InputStream getInputStream() throws IOException {
                byte[] bytes = jar.read(entry);
                if (bytes == null) {
                    throw new FileNotFoundException(entry);
                }
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
