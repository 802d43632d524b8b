// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The record of one call: what it was, what was decided, what came back, what it cost. Written to only by adding, by one
 * thread after another; telemetry and the ledger are told from it alone. It holds nothing of the application: no request
 * object, no header, no content.
 */
public final class Exchange {
    private final Opening opening;
    private final Timeline timeline;
    private final List<String> rules = new ArrayList<>();
    private final Set<String> rewrites = new LinkedHashSet<>();
    private final Set<String> skipped = new LinkedHashSet<>();
    private final Set<String> reverted = new LinkedHashSet<>();
    private final List<Saving> savings = new ArrayList<>();
    private String model;
    private @Nullable Parameters parameters;
    private long cap = -1;
    private double temperature = Double.NaN;
    private long estimatedInput = -1;
    private long estimatedOutput = -1;
    private @Nullable Draw draw;
    private Recall recall = Recall.NOT_ASKED;
    private int attempts;
    private int status;
    private String requestId = "";
    private String error = "";
    private boolean abandoned;
    private Answer answer = Answer.none();
    private Cost cost = Cost.unknown("not_finished");
    private Cost asWritten = cost;
    private @Nullable Hindsight hindsight;

    /**
     * Begins the record.
     *
     * @param opening what is known from the start
     * @param timeline the call's clock, which began with it
     */
    public Exchange(Opening opening, Timeline timeline) {
        this.opening = opening;
        this.timeline = timeline;
        this.model = opening.model();
    }

    /** What was known from the start. */
    public Opening opening() {
        return opening;
    }

    /** When what happened. */
    public Timeline timeline() {
        return timeline;
    }

    /** Notes the rules that apply. */
    public void follow(List<String> names) {
        rules.addAll(names);
    }

    /** Notes what fell to the call's conversation in the comparison with calls left as written. */
    public void draw(Draw fallen) {
        draw = fallen;
    }

    /** Notes a step that changed the request. */
    public void rewrote(String step) {
        rewrites.add(step);
    }

    /**
     * Notes an action that was not taken.
     *
     * @param action the action
     * @param reason why, as a word with underscores
     */
    public void skip(String action, String reason) {
        skipped.add(action + ":" + reason);
    }

    /** Notes that the request goes out as written after all, because the provider refused it as changed. */
    public void revert() {
        reverted.addAll(rewrites);
        rewrites.clear();
        model = opening.model();
    }

    /** Notes that the request goes out as written after all, because the changed one could not be built. */
    public void unchange() {
        rewrites.forEach(step -> skip(step, "not_built"));
        rewrites.clear();
        model = opening.model();
    }

    /**
     * Notes that a step's change, which an earlier attempt carried, is left out of the next.
     *
     * @param step the step
     * @param reason why, as a word with underscores
     */
    public void leaveOut(String step, String reason) {
        if (rewrites.remove(step)) {
            skip(step, reason);
        }
    }

    /**
     * Notes the request as it is sent.
     *
     * @param lens the request
     */
    public void send(Lens lens) {
        model = lens.model();
        parameters = lens.parameters();
        cap = lens.cap().orElse(-1);
        temperature = lens.temperature().orElse(Double.NaN);
    }

    /** Counts a send of ours. */
    public void attempt() {
        attempts++;
    }

    /** Notes our estimate of the input, in tokens. */
    public void estimate(long inputTokens) {
        estimatedInput = inputTokens;
    }

    /** Notes our estimate of the output, in tokens. */
    public void estimateOutput(long tokens) {
        estimatedOutput = tokens;
    }

    /** Notes what looking for a stored answer came to. */
    public void recall(Recall outcome) {
        recall = outcome;
    }

    /**
     * Notes the head of the response.
     *
     * @param head the head
     * @param id the provider's id of the request; empty if it sent none
     */
    public void arrived(Head head, String id) {
        status = head.status();
        requestId = id;
    }

    /** Notes that the call, which failed, is made again: what came of it so far counts no more. */
    public void again() {
        status = 0;
        requestId = "";
        error = "";
        abandoned = false;
        answer = Answer.none();
        timeline.again();
    }

    /** Notes what was read of the answer. */
    public void answered(Answer read) {
        answer = read;
    }

    /** Notes why the call failed: the provider's code, a status or an exception's class; never a message. */
    public void failed(String type) {
        error = type;
    }

    /** Notes that the application let go of the answer unread. */
    public void abandoned() {
        abandoned = true;
    }

    /**
     * Notes what the call cost.
     *
     * @param amount what was paid
     * @param unchanged what the request as the application made it would have cost
     */
    public void cost(Cost amount, Cost unchanged) {
        cost = amount;
        asWritten = unchanged;
    }

    /** Notes what the call cost, which Parsimony made neither more nor less. */
    public void cost(Cost amount) {
        cost(amount, amount);
    }

    /** Notes what a lever saved. */
    public void saved(Saving saving) {
        savings.add(saving);
    }

    /** Notes what would have made the call cheaper. */
    public void lookBack(Hindsight seen) {
        hindsight = seen;
    }

    /** The rules that applied, in order. */
    public List<String> rules() {
        return Collections.unmodifiableList(rules);
    }

    /** What fell to the call's conversation in the comparison with calls left as written; null where none is made. */
    public @Nullable Draw draw() {
        return draw;
    }

    /** The steps that changed the request as it was sent. */
    public Set<String> rewrites() {
        return Collections.unmodifiableSet(rewrites);
    }

    /** Actions not taken, each {@code action:reason}. */
    public Set<String> skipped() {
        return Collections.unmodifiableSet(skipped);
    }

    /** Steps undone because the provider refused the request. */
    public Set<String> reverted() {
        return Collections.unmodifiableSet(reverted);
    }

    /** The model in the request as sent; empty if it names none. */
    public String model() {
        return model;
    }

    /** The settings of the request as sent, or null if it was never sent or answered. */
    public @Nullable Parameters parameters() {
        return parameters;
    }

    /** The cap on output tokens as sent; negative for none. */
    public long cap() {
        return cap;
    }

    /** The temperature as sent; not a number for none. */
    public double temperature() {
        return temperature;
    }

    /** Our estimate of the input in tokens; negative if it was never needed. */
    public long estimatedInput() {
        return estimatedInput;
    }

    /** Our estimate of the output in tokens; negative if none was needed or possible. */
    public long estimatedOutput() {
        return estimatedOutput;
    }

    /** What looking for a stored answer came to. */
    public Recall recall() {
        return recall;
    }

    /** How often we sent. */
    public int attempts() {
        return attempts;
    }

    /** The HTTP status; 0 if no response came. */
    public int status() {
        return status;
    }

    /** The provider's id of the request; empty if it sent none. */
    public String requestId() {
        return requestId;
    }

    /** Why the call failed; empty if it did not. */
    public String error() {
        return error;
    }

    /** Whether the application let go of the answer unread. */
    public boolean wasAbandoned() {
        return abandoned;
    }

    /** What was read of the answer. */
    public Answer answer() {
        return answer;
    }

    /** What the call cost. */
    public Cost cost() {
        return cost;
    }

    /**
     * What the request as the application made it would have cost: what was paid and what was saved, to the last digit. Unknown
     * where either is.
     */
    public Cost asWritten() {
        return asWritten;
    }

    /** What each lever saved. */
    public List<Saving> savings() {
        return Collections.unmodifiableList(savings);
    }

    /** What would have made the call cheaper; null if nobody looked. */
    public @Nullable Hindsight hindsight() {
        return hindsight;
    }

    @Override
    public String toString() {
        return opening.operation() + " " + model + " at " + opening.caller().site() + " rules " + rules + " rewrites "
                + rewrites + " skipped " + skipped + " recall " + recall;
    }
}
