// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Charge;
import dev.parsimony.simulator.billing.Provider;
import dev.parsimony.simulator.billing.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /v1/organizations/usage_report/messages} and {@code /v1/organizations/cost_report}: the bill as Anthropic exports
 * it, grouped by {@code model} and {@code description} where asked. Costs are texts in cents. Source: Anthropic's Usage and
 * Cost API, November 2026.
 */
final class AnthropicReports {

    private final Site site;
    private final AnthropicRequests requests;

    AnthropicReports(Site site) {
        this.site = site;
        this.requests = new AnthropicRequests(site);
    }

    /** Whether a request is for one of these. */
    static boolean answers(Received request) {
        return request.method().equals("GET") && request.path().contains("/v1/organizations/");
    }

    Reply answer(Received request) {
        requests.credential(request);
        Query query = Query.of(request);
        if (request.path().endsWith("/usage_report/messages")) {
            return Reply.json(200, page(query, this::usage));
        }
        if (request.path().endsWith("/cost_report")) {
            return Reply.json(200, page(query, this::costs));
        }
        throw new Rejection(404, "not_found_error", "Not found", null, null);
    }

    /** What fills the results of a bucket. */
    private interface Filling {
        void fill(ArrayNode results, List<Charge> charges, Query query);
    }

    private ObjectNode page(Query query, Filling filling) {
        Buckets buckets = Buckets.of(
                query, "starting_at", "ending_at", Instant::parse, site.clock().instant());
        List<Charge> charges = site.account().bill().charges().stream()
                .filter(charge -> charge.model().provider() == Provider.ANTHROPIC)
                .toList();
        ObjectNode page = Json.object();
        ArrayNode data = page.putArray("data");
        for (Buckets.Bucket bucket : buckets.buckets()) {
            ObjectNode entry = data.addObject()
                    .put("starting_at", bucket.from().toString())
                    .put("ending_at", bucket.to().toString());
            filling.fill(entry.putArray("results"), bucket.of(charges), query);
        }
        page.put("has_more", !buckets.next().isEmpty());
        return buckets.next().isEmpty() ? page.putNull("next_page") : page.put("next_page", buckets.next());
    }

    private void usage(ArrayNode results, List<Charge> charges, Query query) {
        boolean byModel = query.all("group_by").contains("model");
        Billing.of(charges, byModel).forEach((model, billing) -> {
            Usage usage = billing.usage();
            ObjectNode result = results.addObject().put("uncached_input_tokens", usage.uncached());
            result.putObject("cache_creation")
                    .put("ephemeral_1h_input_tokens", usage.longWrite())
                    .put("ephemeral_5m_input_tokens", usage.write());
            result.put("cache_read_input_tokens", usage.read()).put("output_tokens", usage.output());
            result.putObject("server_tool_use").put("web_search_requests", 0);
            result.putNull("api_key_id").putNull("workspace_id").put("model", byModel ? model : null);
            result.putNull("service_tier").putNull("context_window");
        });
    }

    private void costs(ArrayNode results, List<Charge> charges, Query query) {
        boolean described = query.all("group_by").contains("description");
        Billing.of(charges, described).forEach((model, billing) -> {
            if (described) {
                types(billing)
                        .forEach((type, usd) -> cost(results.addObject(), usd)
                                .put("description", model + " Usage - " + type)
                                .put("cost_type", "tokens")
                                .put("model", model)
                                .put("token_type", type));
            } else {
                cost(results.addObject(), billing.amounts().total())
                        .putNull("description")
                        .putNull("cost_type")
                        .putNull("model")
                        .putNull("token_type");
            }
        });
    }

    private static Map<String, BigDecimal> types(Billing billing) {
        Map<String, BigDecimal> types = new LinkedHashMap<>();
        types.put("uncached_input_tokens", billing.amounts().uncached());
        types.put("cache_creation.ephemeral_1h_input_tokens", billing.amounts().longWrite());
        types.put("cache_creation.ephemeral_5m_input_tokens", billing.amounts().write());
        types.put("cache_read_input_tokens", billing.amounts().read());
        types.put("output_tokens", billing.amounts().output());
        types.values().removeIf(usd -> usd.signum() == 0);
        return types;
    }

    private static ObjectNode cost(ObjectNode result, BigDecimal usd) {
        return result.put("currency", "USD")
                .put("amount", usd.movePointRight(2).stripTrailingZeros().toPlainString())
                .putNull("workspace_id")
                .putNull("context_window")
                .putNull("service_tier");
    }
}
