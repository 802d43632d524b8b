// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Charge;
import dev.parsimony.simulator.billing.Provider;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /v1/organization/usage/completions}, {@code /usage/embeddings} and {@code /costs}: the bill as OpenAI exports it,
 * grouped by {@code model} and {@code line_item} where asked. Source: OpenAI's API reference, Usage, November 2026.
 */
final class OpenAiReports {

    private final Site site;
    private final OpenAiRequests requests;

    OpenAiReports(Site site, OpenAiRequests requests) {
        this.site = site;
        this.requests = requests;
    }

    /** Whether a request is for one of these. */
    static boolean answers(Received request) {
        return request.method().equals("GET") && request.path().contains("/organization/");
    }

    Reply answer(Received request) {
        requests.credential(request);
        Query query = Query.of(request);
        String path = request.path();
        if (path.endsWith("/usage/completions")) {
            return Reply.json(200, page(query, charges(false), this::completions));
        }
        if (path.endsWith("/usage/embeddings")) {
            return Reply.json(200, page(query, charges(true), this::embeddings));
        }
        if (path.endsWith("/organization/costs")) {
            List<Charge> all = site.account().bill().charges().stream()
                    .filter(OpenAiReports::isOurs)
                    .toList();
            return Reply.json(200, page(query, all, this::costs));
        }
        throw new Rejection(404, "invalid_request_error", "Invalid URL (GET " + path + ")", null, null);
    }

    private List<Charge> charges(boolean embedding) {
        return site.account().bill().charges().stream()
                .filter(charge -> isOurs(charge) && charge.model().embedding() == embedding)
                .toList();
    }

    private static boolean isOurs(Charge charge) {
        return charge.model().provider() == Provider.OPENAI;
    }

    /** What fills the results of a bucket. */
    private interface Filling {
        void fill(ArrayNode results, List<Charge> charges, Query query);
    }

    private ObjectNode page(Query query, List<Charge> charges, Filling filling) {
        Buckets buckets = Buckets.of(
                query,
                "start_time",
                "end_time",
                seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)),
                site.clock().instant());
        ObjectNode page = Json.object().put("object", "page");
        ArrayNode data = page.putArray("data");
        for (Buckets.Bucket bucket : buckets.buckets()) {
            ObjectNode entry = data.addObject()
                    .put("object", "bucket")
                    .put("start_time", bucket.from().getEpochSecond())
                    .put("end_time", bucket.to().getEpochSecond());
            filling.fill(entry.putArray("results"), bucket.of(charges), query);
        }
        page.put("has_more", !buckets.next().isEmpty());
        return buckets.next().isEmpty() ? page.putNull("next_page") : page.put("next_page", buckets.next());
    }

    private void completions(ArrayNode results, List<Charge> charges, Query query) {
        each(
                results,
                charges,
                query,
                "organization.usage.completions.result",
                (result, billing) -> result.put("input_tokens", billing.usage().input())
                        .put("input_cached_tokens", billing.usage().read())
                        .put("input_cache_write_tokens", billing.usage().written())
                        .put("output_tokens", billing.usage().output())
                        .put("input_audio_tokens", 0)
                        .put("output_audio_tokens", 0)
                        .put("num_model_requests", billing.requests()));
    }

    private void embeddings(ArrayNode results, List<Charge> charges, Query query) {
        each(
                results,
                charges,
                query,
                "organization.usage.embeddings.result",
                (result, billing) -> result.put("input_tokens", billing.usage().input())
                        .put("num_model_requests", billing.requests()));
    }

    private static void each(
            ArrayNode results,
            List<Charge> charges,
            Query query,
            String object,
            BiConsumer<ObjectNode, Billing> counts) {
        boolean byModel = query.all("group_by").contains("model");
        Billing.of(charges, byModel).forEach((model, billing) -> {
            ObjectNode result = results.addObject().put("object", object);
            counts.accept(result, billing);
            result.putNull("project_id").putNull("user_id").putNull("api_key_id");
            result.put("model", byModel ? model : null).putNull("batch").putNull("service_tier");
        });
    }

    private void costs(ArrayNode results, List<Charge> charges, Query query) {
        boolean byItem = query.all("group_by").contains("line_item");
        Billing.of(charges, byItem).forEach((model, billing) -> {
            Map<String, BigDecimal> items = byItem
                    ? items(model, billing)
                    : Map.of("", billing.amounts().total());
            items.forEach((item, usd) -> cost(results.addObject(), item, usd));
        });
    }

    private static Map<String, BigDecimal> items(String model, Billing billing) {
        Map<String, BigDecimal> items = new LinkedHashMap<>();
        items.put(model + ", input", billing.amounts().uncached());
        items.put(model + ", cached input", billing.amounts().read());
        items.put(
                model + ", cache write",
                billing.amounts().write().add(billing.amounts().longWrite()));
        items.put(model + ", output", billing.amounts().output());
        items.values().removeIf(usd -> usd.signum() == 0);
        return items;
    }

    private static void cost(ObjectNode result, String item, BigDecimal usd) {
        result.put("object", "organization.costs.result");
        result.putObject("amount").put("value", usd).put("currency", "usd");
        result.put("line_item", item.isEmpty() ? null : item).putNull("project_id");
    }
}
