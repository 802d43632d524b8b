// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The many ways of writing one model's name. Providers date their models ({@code gpt-4o-2024-08-06}, {@code
 * claude-haiku-4-5-20251001}, {@code claude-haiku-4-5@20251001}), clouds put region, maker and version around them ({@code
 * us.anthropic.claude-haiku-4-5-20251001-v1:0}, or that behind an ARN), gateways put a path in front, and OpenRouter writes
 * Claude's versions with a point ({@code anthropic/claude-haiku-4.5}).
 */
final class ModelName {
    private static final Pattern REGION = Pattern.compile("^(us-gov|us|eu|apac|jp|au|ca|global)\\.");
    private static final Pattern MAKER = Pattern.compile("^(anthropic|openai)\\.");
    private static final List<Pattern> ENDINGS = List.of(
            Pattern.compile("\\[1m]$"), // Claude with the long context asked for
            Pattern.compile(":thinking$"),
            Pattern.compile("-v\\d+:\\d+(:\\w+)?$"),
            Pattern.compile("@[\\w.-]+$"),
            Pattern.compile("-(\\d{8}|\\d{4}-\\d{2}-\\d{2})$"));

    private ModelName() {}

    /**
     * What the name may stand for, the name itself first, then with more and more taken off.
     *
     * @param model a name as a request or an answer writes it
     * @return forms in lower case, without repetition
     */
    static List<String> forms(String model) {
        Set<String> forms = new LinkedHashSet<>();
        for (String head : heads(model.strip().toLowerCase(Locale.ROOT))) {
            endings(head, forms);
        }
        return new ArrayList<>(forms);
    }

    /** The name, then without date and version. */
    static List<String> undated(String model) {
        Set<String> forms = new LinkedHashSet<>();
        endings(model.toLowerCase(Locale.ROOT), forms);
        return new ArrayList<>(forms);
    }

    private static Set<String> heads(String name) {
        Set<String> heads = new LinkedHashSet<>();
        String rest = name;
        heads.add(rest);
        for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
            rest = rest.substring(slash + 1);
            heads.add(rest);
        }
        if (rest.startsWith("claude-")) {
            heads.add(rest.replace('.', '-'));
        }
        String withoutRegion = REGION.matcher(rest).replaceFirst("");
        heads.add(withoutRegion);
        heads.add(MAKER.matcher(withoutRegion).replaceFirst(""));
        return heads;
    }

    private static void endings(String name, Set<String> forms) {
        if (forms.add(name)) {
            ENDINGS.forEach(ending -> endings(ending.matcher(name).replaceFirst(""), forms));
        }
    }
}
