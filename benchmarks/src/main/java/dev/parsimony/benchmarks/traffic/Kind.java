// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A kind of traffic, of at least 500 calls, the same whenever it is generated. Its seed is its place in this list, from 1. */
public enum Kind {
    /** Sixty chats of nine turns under one system text, several at a time, half a minute to two between turns. */
    GROWN_CHATS {
        @Override
        void play(Stage stage) {
            String system = stage.words.text(6000);
            for (int chat = 0; chat < 60; chat++) {
                Request talk = new Request(SONNET).system(system);
                double time = chat * 240 + stage.random.nextInt(60);
                for (int turn = 0; turn < 9; turn++) {
                    stage.out.call(
                            time,
                            "Chat.reply",
                            "",
                            talk.user(stage.words.about(300)).copy(SONNET));
                    talk.assistant(stage.words.about(900));
                    time += 30 + stage.random.nextInt(90);
                }
            }
        }
    },
    /** Eighteen agents of thirty tool rounds each; every tenth round calls twelve tools at once. */
    AGENT_LOOPS {
        @Override
        void play(Stage stage) {
            String system = stage.words.text(3000);
            String tools = stage.words.text(4000);
            for (int loop = 0; loop < 18; loop++) {
                Request talk =
                        new Request(SONNET).tool("search", tools).system(system).user(stage.words.about(400));
                double time = loop * 900;
                for (int round = 0; round < 30; round++) {
                    stage.out.call(time, "Agent.step", "", talk.copy(SONNET));
                    List<String> results = new ArrayList<>();
                    for (int call = round % 10 == 5 ? 12 : 1; call > 0; call--) {
                        results.add(stage.words.about(700));
                    }
                    talk.round(round, results);
                    time += 6 + stage.random.nextInt(12);
                }
            }
        }
    },
    /** Questions, each behind three documents of forty in any order, under one system text. */
    CHANGING_DOCUMENTS {
        @Override
        void play(Stage stage) {
            String system = stage.words.text(5000);
            List<String> documents = stage.texts(40, 3000);
            double time = 0;
            for (int call = 0; call < 520; call++) {
                Collections.shuffle(documents, stage.random);
                List<String> parts = new ArrayList<>(documents.subList(0, 3));
                parts.add(stage.words.about(150));
                stage.out.call(
                        time,
                        "Retrieval.answer",
                        "",
                        new Request(SONNET).system(system).parts(parts));
                time += 5 + stage.random.nextInt(40);
            }
        }
    },
    /** Two to twelve questions about each of seventy-five documents, under one system text. */
    SHARED_DOCUMENTS {
        @Override
        void play(Stage stage) {
            String system = stage.words.text(4000);
            double time = 0;
            for (int document = 0; document < 75; document++) {
                String text = stage.words.about(14_000);
                for (int question = 2 + stage.random.nextInt(11); question > 0; question--) {
                    List<String> parts = List.of(text, stage.words.about(150));
                    stage.out.call(
                            time,
                            "Library.ask",
                            "",
                            new Request(SONNET).system(system).parts(parts));
                    time += 10 + stage.random.nextInt(60);
                }
                time += 60;
            }
        }
    },
    /** Prompts that never come again. */
    ONE_SHOTS {
        @Override
        void play(Stage stage) {
            for (int call = 0; call < 520; call++) {
                Request request =
                        new Request(SONNET).system(stage.words.about(300)).user(stage.words.about(6000));
                stage.out.call(call * 11, "Batch.classify", "", request);
            }
        }
    },
    /** A system text that begins with the time of the day, behind tools that stay. */
    CLOCK_IN_THE_SYSTEM_TEXT {
        @Override
        void play(Stage stage) {
            String tools = stage.words.text(5000);
            String system = stage.words.text(7000);
            double time = 0;
            for (int call = 0; call < 520; call++) {
                String clock = "It is " + (int) time + " seconds past eight. ";
                Request request = new Request(SONNET)
                        .tool("search", tools)
                        .system(clock + system)
                        .user(stage.words.about(300));
                stage.out.call(time, "Clock.ask", "", request);
                time += 5 + stage.random.nextInt(50);
            }
        }
    },
    /** Eight tools in another order each time. */
    UNSORTED_TOOLS {
        @Override
        void play(Stage stage) {
            List<String> tools = stage.texts(8, 900);
            List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
            String system = stage.words.text(6000);
            double time = 0;
            for (int call = 0; call < 520; call++) {
                Collections.shuffle(order, stage.random);
                Request request = new Request(SONNET).system(system).user(stage.words.about(300));
                order.forEach(tool -> request.tool("tool" + tool, tools.get(tool)));
                stage.out.call(time, "Unsorted.ask", "", request);
                time += 5 + stage.random.nextInt(50);
            }
        }
    },
    /** Four call sites, each with a system text of its own, that call every 3, 10, 40 and 90 minutes. */
    SPARSE {
        @Override
        void play(Stage stage) {
            for (int minutes : new int[] {3, 10, 40, 90}) {
                String system = stage.words.text(9000);
                double time = 0;
                for (int call = 0; call < 130; call++) {
                    Request request = new Request(SONNET).system(system).user(stage.words.about(300));
                    stage.out.call(time, "Sparse.every" + minutes, "", request);
                    time += minutes * 60 * (0.9 + 0.2 * stage.random.nextDouble());
                }
            }
        }
    },
    /** Bursts of twenty calls within a third of a second, under one system text, two to four minutes apart. */
    FAN_OUT {
        @Override
        void play(Stage stage) {
            String system = stage.words.text(9000);
            double time = 0;
            for (int burst = 0; burst < 26; burst++) {
                for (int call = 0; call < 20; call++) {
                    Request request = new Request(SONNET).system(system).user(stage.words.about(400));
                    stage.out.call(time + stage.random.nextDouble() / 3, "FanOut.map", "", request);
                }
                time += 120 + stage.random.nextInt(120);
            }
        }
    },
    /** Eight tenants, each with a system text of its own and half as busy as the one before. */
    MIXED_TENANTS {
        @Override
        void play(Stage stage) {
            for (int tenant = 0; tenant < 8; tenant++) {
                String system = stage.words.about(5000);
                int calls = 256 >> tenant;
                for (int call = 0; call < calls; call++) {
                    double time = (call + stage.random.nextDouble()) * 14_400 / calls;
                    Request request = new Request(SONNET).system(system).user(stage.words.about(400));
                    stage.out.call(time, "Portal.ask", "tenant" + tenant, request);
                }
            }
        }
    },
    /** Chats that change the model in the middle, to and fro. */
    CHANGING_MODELS {
        @Override
        void play(Stage stage) {
            String system = stage.words.text(6000);
            for (int chat = 0; chat < 52; chat++) {
                Request talk = new Request(SONNET).system(system);
                double time = chat * 500;
                for (int turn = 0; turn < 10; turn++) {
                    String model = (turn / 3) % 2 == 0 ? SONNET : OPUS;
                    stage.out.call(
                            time,
                            "Switch.reply",
                            "",
                            talk.user(stage.words.about(300)).copy(model));
                    talk.assistant(stage.words.about(900));
                    time += 20 + stage.random.nextInt(60);
                }
            }
        }
    },
    /** Chats of three tenants from two call sites that share a system text, to a model that caches unasked and for nothing. */
    GPT_CACHED_FREELY {
        @Override
        void play(Stage stage) {
            String shared = stage.words.text(6000);
            for (int chat = 0; chat < 60; chat++) {
                Request talk = new Request(GPT_FREE).system(shared);
                double time = chat * 120 + stage.random.nextInt(60);
                for (int turn = 0; turn < 9; turn++) {
                    String site = chat % 2 == 0 ? "Chat.reply" : "Mail.reply";
                    stage.out.call(
                            time,
                            site,
                            "tenant" + chat % 3,
                            talk.user(stage.words.about(300)).copy(GPT_FREE));
                    talk.assistant(stage.words.about(900));
                    time += 20 + stage.random.nextInt(60);
                }
            }
        }
    },
    /** Prompts that never come again, to a model that writes every prompt to its cache unless it is told not to. */
    GPT_ONE_SHOTS {
        @Override
        void play(Stage stage) {
            for (int call = 0; call < 520; call++) {
                Request request =
                        new Request(GPT).system(stage.words.about(300)).user(stage.words.about(7000));
                stage.out.call(call * 11, "Batch.summarise", "", request);
            }
        }
    },
    /** Questions under one system text, to such a model. */
    GPT_STABLE_PREFIX {
        @Override
        void play(Stage stage) {
            String system = stage.words.text(9000);
            double time = 0;
            for (int call = 0; call < 520; call++) {
                Request request = new Request(GPT).system(system).user(stage.words.about(2000));
                stage.out.call(time, "Desk.answer", "", request);
                time += 5 + stage.random.nextInt(60);
            }
        }
    },
    /** Chats as the first kind's, to such a model. */
    GPT_CHATS {
        @Override
        void play(Stage stage) {
            String system = stage.words.text(6000);
            for (int chat = 0; chat < 60; chat++) {
                Request talk = new Request(GPT).system(system);
                double time = chat * 240 + stage.random.nextInt(60);
                for (int turn = 0; turn < 9; turn++) {
                    stage.out.call(
                            time,
                            "Chat.reply",
                            "",
                            talk.user(stage.words.about(300)).copy(GPT));
                    talk.assistant(stage.words.about(900));
                    time += 30 + stage.random.nextInt(90);
                }
            }
        }
    },
    /** Twenty-six agents of twenty tool rounds each, with such a model: it keeps what tools said, where no mark may stand. */
    GPT_AGENT_LOOPS {
        @Override
        void play(Stage stage) {
            String system = stage.words.text(3000);
            String tools = stage.words.text(4000);
            for (int loop = 0; loop < 26; loop++) {
                Request talk =
                        new Request(GPT).tool("search", tools).system(system).user(stage.words.about(400));
                double time = loop * 900;
                for (int round = 0; round < 20; round++) {
                    stage.out.call(time, "Agent.step", "", talk.copy(GPT));
                    talk.round(round, List.of(stage.words.about(700)));
                    time += 6 + stage.random.nextInt(12);
                }
            }
        }
    };

    private static final String SONNET = "claude-sonnet-5";
    private static final String OPUS = "claude-opus-4-8";
    private static final String GPT = "gpt-5.6-sol";
    private static final String GPT_FREE = "gpt-5.4";

    abstract void play(Stage stage);

    /** The traffic file. */
    public byte[] file() {
        Stage stage = new Stage(new Random(ordinal() + 1));
        play(stage);
        return stage.out.bytes();
    }

    /** Its name in tables: {@code grown chats}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Chance, texts made of it, and where calls are noted. */
    static final class Stage {
        final Random random;
        final Words words;
        final Recording out;

        Stage(Random random) {
            this.random = random;
            this.words = new Words(random);
            this.out = new Recording(random);
        }

        List<String> texts(int count, int bytes) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                texts.add(words.about(bytes));
            }
            return texts;
        }
    }
}
