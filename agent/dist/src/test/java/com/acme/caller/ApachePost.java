// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Letters over Apache HttpClient 5. */
public enum ApachePost implements Post.Courier {
    HANDLED {
        @Override
        public String carry(Letter letter) throws IOException {
            return CLIENT.execute(request(letter), ApachePost::told);
        }
    },
    /** Line by line. */
    CLOSED {
        @Override
        @SuppressWarnings("deprecation") // as it was done before there were handlers
        public String carry(Letter letter) throws IOException {
            StringJoiner lines = new StringJoiner(" / ");
            try (CloseableHttpResponse response = CLIENT.execute(request(letter));
                    BufferedReader body = new BufferedReader(
                            new InputStreamReader(response.getEntity().getContent(), StandardCharsets.UTF_8))) {
                body.lines().forEach(lines::add);
            }
            return lines.toString();
        }
    };

    private static final CloseableHttpClient CLIENT = HttpClients.createDefault();

    /** Sends every letter in every way. */
    public static void main(String[] args) {
        Post.carryAll(Stream.of(args).map(ApachePost::valueOf).toList());
    }

    private static HttpPost request(Letter letter) {
        HttpPost post = new HttpPost(letter.url());
        post.setEntity(new StringEntity(letter.body(), ContentType.APPLICATION_JSON));
        letter.headers().forEach(post::addHeader);
        return post;
    }

    private static String told(ClassicHttpResponse response) throws IOException {
        try {
            return response.getCode() + " " + response.getReasonPhrase() + " "
                    + response.getEntity().getContentType() + " " + EntityUtils.toString(response.getEntity());
        } catch (ParseException unreadable) {
            throw new IOException(unreadable);
        }
    }
}
