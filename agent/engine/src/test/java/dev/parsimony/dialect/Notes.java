// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Notes every event and every error, and declines events whose data begins with {@code hide}. */
final class Notes implements AnswerReader {
    final List<String> events = new ArrayList<>();

    @Override
    public void whole(Json answer) {}

    @Override
    public boolean event(String name, EventData data) {
        String text = new String(data.bytes(), data.from(), data.to() - data.from(), StandardCharsets.UTF_8);
        events.add(name + "|" + text);
        return !text.startsWith("hide");
    }

    @Override
    public void error(String type) {
        events.add("error " + type);
    }

    @Override
    public Answer answer() {
        return Answer.none();
    }
}
