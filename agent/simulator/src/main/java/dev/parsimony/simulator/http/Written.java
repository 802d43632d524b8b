// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.TokenFactor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer as it was written under the request's cap.
 *
 * @param content what it says, cut where the cap fell
 * @param finish why it ended
 * @param outputTokens all its tokens, thinking included
 * @param reasoningTokens how many of them were thinking
 */
record Written(Answer.Content content, Answer.Finish finish, int outputTokens, int reasoningTokens) {

    private static final Pattern PIECE = Pattern.compile("\\s*\\S+\\s*$|\\s*\\S+|\\s+");

    static Written of(Answer answer, TokenFactor factor, int cap) {
        int natural = Math.max(
                1,
                answer.outputTokens() > 0
                        ? answer.outputTokens()
                        : answer.reasoningTokens()
                                + factor.tokens(answer.content().words()));
        int reasoning = Math.min(answer.reasoningTokens(), cap);
        if (natural <= cap) {
            return new Written(answer.content(), answer.finish(), natural, reasoning);
        }
        double share = (double) (cap - reasoning) / Math.max(1, natural - answer.reasoningTokens());
        return new Written(cut(answer.content(), share), Answer.Finish.LENGTH, cap, reasoning);
    }

    private static Answer.Content cut(Answer.Content content, double share) {
        String words = content.words();
        String kept = words.substring(0, words.offsetByCodePoints(0, (int)
                (words.codePointCount(0, words.length()) * share)));
        if (content instanceof Answer.Tool tool) {
            return new Answer.Tool(tool.name(), kept);
        }
        return content instanceof Answer.Refusal ? new Answer.Refusal(kept) : new Answer.Text(kept);
    }

    /** The words in the pieces a stream sends them in, about one word each. */
    List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(content.words());
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    /** Tokens of output that have been sent with so many of all the pieces. */
    int tokensAfter(int piece, int pieces) {
        int visible = outputTokens - reasoningTokens;
        return pieces == 0 ? outputTokens : reasoningTokens + (int) ((long) visible * piece / pieces);
    }
}
