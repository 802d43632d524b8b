// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Caching;
import dev.parsimony.simulator.billing.Call;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tries every way of marking every call, one after the other, and has the simulated provider make out the bill of each. */
final class EveryCourse {
    private static final String MARKED = "\"cache_control\":{\"type\":\"ephemeral\"}";
    private static final String FOR_LONG = "\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}";

    private final List<TrafficCall> traffic;
    private final List<List<Call>> ways;
    private BigDecimal least = BigDecimal.valueOf(Long.MAX_VALUE);

    private EveryCourse(List<TrafficCall> traffic) {
        this.traffic = traffic;
        this.ways = read(traffic).stream().map(EveryCourse::ways).toList();
    }

    /** The traffic as the providers read it. */
    static List<Call> read(List<TrafficCall> traffic) {
        Desk desk = new Desk();
        return traffic.stream()
                .map(call -> desk.call(call.path(), call.request()).orElseThrow())
                .toList();
    }

    /** What the cheapest course costs, in USD. */
    static BigDecimal cheapest(List<TrafficCall> traffic) {
        EveryCourse all = new EveryCourse(traffic);
        all.go(new ArrayList<>());
        return all.least;
    }

    private void go(List<Call> course) {
        if (course.size() == traffic.size()) {
            least = least.min(bill(traffic, course, Set.of()).total());
            return;
        }
        for (Call way : ways.get(course.size())) {
            course.add(way);
            go(course);
            course.remove(course.size() - 1);
        }
    }

    /** What calls cost if they are sent like this, and those apart. */
    static Counter bill(List<TrafficCall> traffic, List<Call> course, Set<TrafficCall> apart) {
        Agenda agenda = new Agenda(traffic.get(0).at());
        Counter counter = new Counter(agenda, apart);
        for (int i = 0; i < course.size(); i++) {
            Call call = course.get(i);
            TrafficCall made = traffic.get(i);
            agenda.at(made.at(), () -> counter.take(call, made, () -> {}, charge -> {}));
        }
        agenda.run();
        return counter;
    }

    private static List<Call> ways(Call call) {
        List<Call> ways = new ArrayList<>();
        Caching caching = call.model().caching();
        int spots = Spot.of(call.body(), caching).size();
        for (int marks = 0; marks < 1 << spots; marks++) {
            int count = Integer.bitCount(marks);
            if (caching == Caching.MARKS) {
                for (int longs = 0; longs <= count && count <= 4; longs++) {
                    ways.add(anthropic(call, marks, longs));
                }
            } else {
                if (count <= 3) {
                    ways.add(marked(call, marks));
                }
                if (count <= 4) {
                    ways.add(explicit(marked(call, marks)));
                }
            }
        }
        return ways;
    }

    private static Call marked(Call call, int marks) {
        JsonNode body = call.body().deepCopy();
        List<Spot> spots = Spot.of(body, call.model().caching());
        for (int spot = 0; spot < spots.size(); spot++) {
            if ((marks >> spot & 1) == 1) {
                spots.get(spot).mark();
            }
        }
        return with(call, body);
    }

    /** The first marks for the long life. */
    private static Call anthropic(Call call, int marks, int longs) {
        Call marked = marked(call, marks);
        String text = marked.body().toString();
        for (int i = 0; i < longs; i++) {
            text = text.replaceFirst(Pattern.quote(MARKED), FOR_LONG);
        }
        return with(call, new JsonMapper().readTree(text));
    }

    private static Call explicit(Call call) {
        ((ObjectNode) call.body()).putObject("prompt_cache_options").put("mode", "explicit");
        return call;
    }

    private static Call with(Call call, JsonNode body) {
        return new Call(call.api(), call.model(), call.credential(), body);
    }
}
