// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

/**
 * What a model is to answer.
 *
 * @param content text, a refusal or a call of a tool
 * @param finish why the answer ends
 * @param outputTokens tokens of output to report, thinking included; 0 counts the content
 * @param reasoningTokens how many of them were thinking
 */
public record Answer(Content content, Finish finish, int outputTokens, int reasoningTokens) {

    /** An answer of this text. */
    public static Answer text(String text) {
        return new Answer(new Text(text), Finish.STOP, 0, 0);
    }

    /** A refusal in these words. */
    public static Answer refusal(String text) {
        return new Answer(new Refusal(text), Finish.REFUSAL, 0, 0);
    }

    /** A call of this tool with these arguments, a JSON object. */
    public static Answer tool(String name, String arguments) {
        return new Answer(new Tool(name, arguments), Finish.TOOL, 0, 0);
    }

    /** The same, ended for another reason. */
    public Answer finish(Finish other) {
        return new Answer(content, other, outputTokens, reasoningTokens);
    }

    /** The same, reported as this many tokens of output. */
    public Answer outputTokens(int other) {
        return new Answer(content, finish, other, reasoningTokens);
    }

    /** The same after this much thinking, in tokens; they are part of the output. */
    public Answer reasoningTokens(int other) {
        return new Answer(content, finish, outputTokens, other);
    }

    /** What an answer says. */
    public sealed interface Content {

        /** The words of it; of a tool's call its arguments. */
        String words();
    }

    /**
     * Plain text.
     *
     * @param words the text
     */
    public record Text(String words) implements Content {}

    /**
     * A refusal.
     *
     * @param words what it says
     */
    public record Refusal(String words) implements Content {}

    /**
     * A call of a tool.
     *
     * @param name the tool's name
     * @param words its arguments, a JSON object
     */
    public record Tool(String name, String words) implements Content {}

    /** Why an answer ends. */
    public enum Finish {
        /** It is complete. */
        STOP("stop", "end_turn", "STOP"),
        /** It met the cap on its tokens. */
        LENGTH("length", "max_tokens", "MAX_TOKENS"),
        /** It calls a tool. */
        TOOL("tool_calls", "tool_use", "STOP"),
        /** The model refused. OpenAI ends such an answer like any other. */
        REFUSAL("stop", "refusal", "SAFETY"),
        /** The provider's filter cut it. */
        FILTER("content_filter", "refusal", "PROHIBITED_CONTENT");

        private final String openAi;
        private final String anthropic;
        private final String gemini;

        Finish(String openAi, String anthropic, String gemini) {
            this.openAi = openAi;
            this.anthropic = anthropic;
            this.gemini = gemini;
        }

        /** OpenAI's {@code finish_reason}. */
        String openAi() {
            return openAi;
        }

        /** Ollama's {@code done_reason}, which knows two. */
        String ollama() {
            return this == LENGTH ? "length" : "stop";
        }

        /** Cohere's {@code finish_reason}. */
        String cohere() {
            return switch (this) {
                case LENGTH -> "MAX_TOKENS";
                case TOOL -> "TOOL_CALL";
                case FILTER -> "ERROR_TOXIC";
                case STOP, REFUSAL -> "COMPLETE";
            };
        }

        /** Anthropic's {@code stop_reason}. */
        String anthropic() {
            return anthropic;
        }

        /** Gemini's {@code finishReason}. */
        String gemini() {
            return gemini;
        }
    }
}
