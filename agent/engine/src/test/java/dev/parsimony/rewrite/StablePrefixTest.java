// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Block.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StablePrefixTest {
    private static final String RULES = "Answer in short sentences. Never promise a refund. Stay polite in any case.";

    private final Desk desk = new Desk();

    @Test
    void putsALineThatVariesBehindThoseThatDoNot() {
        assertThat(third(i -> Desk.system("You help at the desk.\nCurrent time: 12:0" + i + "\n" + RULES)))
                .containsExactly("You help at the desk.\n" + RULES + "\n\nCurrent time: 12:02");
    }

    @Test
    void putsAParagraphThatVariesBehindThoseThatDoNot() {
        assertThat(third(i -> Desk.system("You help.\n\nIt is 12:0" + i + " now.\n\n" + RULES)))
                .containsExactly("You help.\n\n" + RULES + "\n\nIt is 12:02 now.");
    }

    @Test
    void keepsTheOrderOfWhatMoves() {
        assertThat(third(i ->
                        Desk.system("Time: 1" + i + "\n\nId: a" + i + "\nYou help.\n\nIt is " + i + ".\n\n" + RULES)))
                .containsExactly("You help.\n\n" + RULES + "\n\nTime: 12\nId: a2\nIt is 2.");
    }

    @Test
    void movesNothingBeforeTwoCallsGaveEvidence() {
        for (int i = 0; i < 2; i++) {
            String body = Desk.system("Time: 12:0" + i + "\n" + RULES);
            assertThat(desk.send(body)).isEqualTo(body);
        }
    }

    @Test
    void leavesATextThatIsAlreadyInOrder() {
        for (int i = 0; i < 4; i++) {
            String body = Desk.system(RULES + "\nTime: 12:0" + i);
            assertThat(desk.send(body)).isEqualTo(body);
        }
    }

    @Test
    void leavesATextThatNeverVaries() {
        for (int i = 0; i < 4; i++) {
            String body = Desk.system("Time: whenever\n" + RULES);
            assertThat(desk.send(body)).isEqualTo(body);
        }
    }

    @Test
    void leavesATextThatIsMostlyNew() {
        for (int i = 0; i < 4; i++) {
            String body = Desk.system("Time: 12:0" + i + "\n\nShort.\n\nLong story " + ("" + i).repeat(50));
            assertThat(desk.send(body)).isEqualTo(body);
        }
    }

    @Test
    void leavesALineWhereNothingWouldBeWonBecauseAnotherThatVariesStays() {
        for (int i = 0; i < 4; i++) {
            String body = Desk.system("- item " + i + "\n\nTime: 12:0" + i + "\n\n" + RULES);
            assertThat(desk.send(body)).isEqualTo(body);
        }
    }

    @Test
    void keepsALineMovedThatOnceVariedAndNowDoesNot() {
        third(i -> Desk.system("Time: 12:0" + i + "\n" + RULES));

        for (int i = 0; i < 3; i++) {
            assertThat(Desk.texts(desk.send(Desk.system("Time: 12:07\n" + RULES)), Level.SYSTEM))
                    .containsExactly(RULES + "\n\nTime: 12:07");
        }
    }

    @Test
    void keepsEachLinesBytes() {
        String body = Desk.system("Time: @\n" + RULES).replace("desk", "").replace("polite", "\\u0070olite \\\"\\/ é");
        String last = "";
        for (int i = 0; i < 3; i++) {
            last = desk.send(body.replace("@", "\\u003" + i));
        }

        assertThat(last).contains("Stay \\u0070olite \\\"\\/ é in any case.\\n\\nTime: \\u0032\"");
    }

    @Test
    void tellsCallSitesApart() {
        third(i -> Desk.system("Time: 12:0" + i + "\n" + RULES));
        String body = Desk.system("Time: 12:09\n" + RULES);

        assertThat(desk.send(body, new Site("com.acme.Other.ask", "plain", "m")))
                .isEqualTo(body);
        assertThat(desk.send(body, new Site("com.acme.Desk.ask", "plain", "n"))).isEqualTo(body);
    }

    @Test
    void learnsAChangedPromptAgain() {
        third(i -> Desk.system("Time: 12:0" + i + "\n" + RULES));
        third(i -> Desk.system("Time: 14:0" + i + "\nYou are somebody else now, entirely."));

        assertThat(third(i -> Desk.system("Time: 13:0" + i + "\nYou are somebody else now, entirely.")))
                .containsExactly("You are somebody else now, entirely.\n\nTime: 13:02");
    }

    @Test
    void forgetsAHabitAfterADay() {
        third(i -> Desk.system("Time: 12:0" + i + "\n" + RULES));
        desk.now.addAndGet(Duration.ofDays(1).toNanos());
        String body = Desk.system("Time: 12:09\n" + RULES);

        assertThat(desk.send(body)).isEqualTo(body);
    }

    @Test
    void putsABlockThatVariesBehindThoseThatDoNot() {
        assertThat(third(i -> Desk.systems("You help.", "It is 12:0" + i + ".", RULES)))
                .containsExactly("You help.", RULES, "It is 12:02.");
    }

    @Test
    void ordersTheLinesOfABlockThatMostlyStaysAndLeavesTheBlock() {
        assertThat(third(i -> Desk.systems("Time: 12:0" + i + "\n" + RULES, "You help.")))
                .containsExactly(RULES + "\n\nTime: 12:02", "You help.");
    }

    @Test
    void ordersTheFirstMessageOfTheUserToo() {
        third(i -> Desk.user("My name is " + i + ".", RULES));

        assertThat(Desk.texts(desk.send(Desk.user("My name is 5.", RULES)), Level.MESSAGES))
                .containsExactly(RULES, "My name is 5.");
    }

    @Test
    void keepsTheSystemTextInOrderWhateverTheUserSays() {
        third(i -> Desk.system("Time: 12:0" + i + "\n" + RULES));

        for (int i = 0; i < 9; i++) {
            String other = Desk.system("Time: 13:0" + i + "\n" + RULES)
                    .replace("\"hello\"", Desk.quote("Question " + i + ".\n" + (i + " and more.\n").repeat(20)));
            assertThat(Desk.texts(desk.send(other), Level.SYSTEM)).containsExactly(RULES + "\n\nTime: 13:0" + i);
        }
    }

    @Test
    void doesNotPassABlockThatMayNotMove() {
        for (int i = 0; i < 4; i++) {
            String signed = Desk.systems("It is 12:0" + i + ".", "You help.", RULES)
                    .replace("{\"text\":\"You", "{\"signature\":\"s\",\"text\":\"You");
            assertThat(desk.send(signed)).isEqualTo(signed);
            String marked = Desk.systems("It is 12:0" + i + ".", "You help.", RULES)
                    .replace("{\"text\":\"You", "{\"mark\":\"own\",\"text\":\"You");
            assertThat(desk.send(marked)).isEqualTo(marked);
        }
    }

    @Test
    void doesNotPartABlockFromTheOneThatLeadsToIt() {
        for (int i = 0; i < 4; i++) {
            String led = Desk.user("Here is the document:", "Chapter " + i, RULES);
            assertThat(desk.send(led)).isEqualTo(led);
        }
    }

    @Test
    void doesNotTakeABlockOutOfItsTags() {
        for (int i = 0; i < 4; i++) {
            String tagged = Desk.user("<document>", "Chapter " + i, "</document " + i + ">", "It is " + i, RULES);
            assertThat(desk.send(tagged)).startsWith(tagged.substring(0, tagged.indexOf("{\"text\":\"It is")));
        }
    }

    @Test
    void doesNotMoveTextBetweenMessages() {
        for (int i = 0; i < 4; i++) {
            String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"It is " + i
                    + ".\"}]},{\"role\":\"user\",\"content\":[{\"text\":" + Desk.quote(RULES) + "}]}]}";
            assertThat(desk.send(body)).isEqualTo(body);
        }
    }

    @Test
    void putsToolsInTheOrderInWhichTheyFirstCame() {
        desk.send(Desk.tools("a", "b", "c"));
        desk.send(Desk.tools("c", "b", "a"));

        assertThat(Desk.texts(desk.send(Desk.tools("b", "c", "a")), Level.TOOLS))
                .containsExactly("a", "b", "c");
    }

    @Test
    void leavesToolsBeforeTwoCallsGaveEvidence() {
        desk.send(Desk.tools("a", "b"));

        assertThat(desk.send(Desk.tools("b", "a"))).isEqualTo(Desk.tools("b", "a"));
    }

    @Test
    void leavesToolsThatAreNotTheSameSet() {
        desk.send(Desk.tools("a", "b"));
        desk.send(Desk.tools("a", "b"));

        assertThat(desk.send(Desk.tools("b", "a", "c"))).isEqualTo(Desk.tools("b", "a", "c"));
        assertThat(desk.send(Desk.tools("b"))).isEqualTo(Desk.tools("b"));
    }

    @Test
    void leavesToolsThatTheApplicationMarkedAndToolsThatAreAlike() {
        for (int i = 0; i < 3; i++) {
            desk.send(Desk.tools("a", "b"));
            desk.send(Desk.tools("a", "a"));
        }
        String marked = Desk.tools("b", "a").replace("\"a\"", "\"a\",\"mark\":1");

        assertThat(desk.send(marked)).isEqualTo(marked);
        assertThat(desk.send(Desk.tools("a", "a"))).isEqualTo(Desk.tools("a", "a"));
    }

    @Test
    void leavesATextTooLongToBeWorthIt() {
        for (int i = 0; i < 4; i++) {
            String body = Desk.system("Time: " + i + "\n" + RULES.repeat(4_000));
            assertThat(desk.send(body)).isEqualTo(body);
        }
    }

    @Test
    void ordersTheSystemTextThoughTheUsersMessageIsTooLong() {
        String question = Desk.quote("Question.\n".repeat(40_000));

        assertThat(third(i -> Desk.system("Time: 12:0" + i + "\n" + RULES).replace("\"hello\"", question)))
                .containsExactly(RULES + "\n\nTime: 12:02");
    }

    /** The system texts of the third of three calls as it leaves. */
    private List<String> third(IntFunction<String> body) {
        return IntStream.range(0, 3)
                .mapToObj(i -> Desk.texts(desk.send(body.apply(i)), Level.SYSTEM))
                .toList()
                .get(2);
    }
}
