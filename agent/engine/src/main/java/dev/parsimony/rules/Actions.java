// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Plan;
import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.Plan.Reuse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule does, or several rules together.
 *
 * @param cache reuse of answers
 * @param model another model; off is {@code as_requested}
 * @param cap a cap on output tokens, at least 1
 * @param stablePrefix blocks that vary go behind those that do not
 * @param promptCache which prompt-cache marks may be set
 * @param observe whether the calls are left alone, whatever else is said
 */
public record Actions(
        Decision<Reuse> cache,
        Decision<String> model,
        Decision<Long> cap,
        Decision<Boolean> stablePrefix,
        Decision<Marking> promptCache,
        boolean observe) {
    private static final Actions NONE = new Actions(
            Decision.unsaid(), Decision.unsaid(), Decision.unsaid(), Decision.unsaid(), Decision.unsaid(), false);

    /** No action at all. */
    public static Actions none() {
        return NONE;
    }

    /** These actions, and of the other ones those that are not named here. */
    Actions or(Actions later) {
        return new Actions(
                cache.or(later.cache),
                model.or(later.model),
                cap.or(later.cap),
                stablePrefix.or(later.stablePrefix),
                promptCache.or(later.promptCache),
                observe || later.observe);
    }

    /** None of the actions named here, and no later rule's either; calls are left alone where these leave them alone. */
    Actions withheld() {
        return new Actions(
                cache.withheld(),
                model.withheld(),
                cap.withheld(),
                stablePrefix.withheld(),
                promptCache.withheld(),
                observe);
    }

    /**
     * The plan these actions make.
     *
     * @param defaults what is done where nothing is said
     * @param rules the rules they came from
     */
    Plan plan(Plan defaults, List<String> rules) {
        return observe || defaults.observe()
                ? asWritten(rules)
                : new Plan(
                        false,
                        cache.choiceOr(defaults.cache()),
                        model.choiceOr(defaults.model()),
                        cap.choiceOr(defaults.cap()),
                        stablePrefix.choiceOr(defaults.stablePrefix()),
                        promptCache.choice().orElse(defaults.promptCache()),
                        defaults.streamUsage(),
                        rules);
    }

    private static Plan asWritten(List<String> rules) {
        Plan untouched = Plan.asWritten();
        return new Plan(
                true,
                untouched.cache(),
                untouched.model(),
                untouched.cap(),
                untouched.stablePrefix(),
                untouched.promptCache(),
                untouched.streamUsage(),
                rules);
    }

    /** The decisions on actions that are named, by the actions' keys in the settings; {@code mode} is not among them. */
    Map<String, Decision<?>> named() {
        Map<String, Decision<?>> all = new LinkedHashMap<>();
        all.put("cache", cache);
        all.put("model", model);
        all.put("max_tokens", cap);
        all.put("stable_prefix", stablePrefix);
        all.put("prompt_cache", promptCache);
        all.values().removeIf(decision -> !decision.isNamed());
        return all;
    }

    /** The actions that are named, in the words of the settings: texts, numbers, and a map for {@code cache}. */
    public Map<String, Object> written() {
        return Wording.of(this);
    }

    /** The actions as they could stand in the settings: {@code {model: gpt-4o-mini, max_tokens: 256}}. */
    @Override
    public String toString() {
        return Wording.line(written());
    }
}
