// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An answer while it is being read. What is missing in an event leaves what an earlier one said. */
final class Draft {
    /** A code or type, never a sentence: messages of errors may quote content. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.\\-]{1,64}");

    private String id = "";
    private String model = "";
    private String tier = "";
    private List<String> surcharges = List.of();
    private @Nullable BigDecimal charged;
    private String errorType = "";
    private final List<String> finishReasons = new ArrayList<>(1);
    private @Nullable Usage usage;
    private Ending ending = Ending.OPEN;

    /** Reads {@code id}, {@code model} and {@code service_tier}, where every API has them. */
    void head(Node answer) {
        head(answer.get("id"), answer.get("model"));
        tier(answer.get("service_tier").text());
    }

    /** Notes an id and a model, where they are told. */
    void head(Node itsId, Node itsModel) {
        id = orElse(itsId, id);
        model = orElse(itsModel, model);
    }

    /** Notes the tier that was used; empty where it is not told. */
    void tier(String word) {
        tier = word.isEmpty() ? tier : word;
    }

    /** Notes what else changes every price, in a tariff's words. */
    void surcharges(List<String> words) {
        surcharges = words;
    }

    /** Notes tokens of a host that counts in OpenAI's words, and what it says they cost, or what changes their price there. */
    void used(OpenAiUsage told) {
        usage(told.read());
        surcharges(told.surcharges());
        charged = told.charged().orElse(charged);
    }

    private static String orElse(Node value, String before) {
        String text = value.text();
        return text.isEmpty() ? before : text;
    }

    /**
     * Notes the end of a choice.
     *
     * @param reason why, in the API's words
     * @param how what that means for the answer
     */
    void finish(String reason, Ending how) {
        finishReasons.add(reason);
        end(how);
    }

    /** Notes an end; the worst of all choices counts. */
    void end(Ending how) {
        ending = how.compareTo(ending) > 0 ? how : ending;
    }

    /** The tokens so far, or null if none were told. */
    @Nullable
    Usage usage() {
        return usage;
    }

    /** Notes the tokens, where they were told. */
    void usage(@Nullable Usage told) {
        usage = told == null ? usage : told;
    }

    /**
     * Notes an error inside the answer, if there is one.
     *
     * @param holder what has a member {@code error}, which is an object or, at some hosts, a text beside a {@code code}
     */
    void error(Node holder) {
        Node error = holder.get("error");
        if (error.isPresent()) {
            fail(error.is(Node.Kind.OBJECT) ? error : holder);
        }
    }

    /** Notes an error that says its {@code code}, its {@code type} or, at Google, its {@code status}. */
    void fail(Node error) {
        errorType = Stream.of("code", "type", "status")
                .map(field -> error.get(field).text())
                .filter(text -> WORD.matcher(text).matches())
                .findFirst()
                .orElseGet(() -> number(error));
        end(Ending.FAILED);
    }

    /** Notes an error of this kind. */
    void fail(String type) {
        errorType = WORD.matcher(type).matches() ? type : "error";
        end(Ending.FAILED);
    }

    private static String number(Node error) {
        return error.get("code").asLong().stream()
                .mapToObj(Long::toString)
                .findFirst()
                .orElse("error");
    }

    /** What was read so far. */
    Answer answer() {
        return new Answer(
                id, model, List.copyOf(finishReasons), usage, new Terms(tier, surcharges, charged), errorType, ending);
    }
}
