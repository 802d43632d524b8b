// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Providers;
import dev.parsimony.price.Agreement;
import dev.parsimony.price.Misprint;
import dev.parsimony.price.PriceFile;
import dev.parsimony.price.TariffTable;
import dev.parsimony.price.Tariffs;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the settings say of prices, and the price file that they name. */
final class PricingReader {
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("2");
    private static final Form<String> TEXT = Form.text();

    private final PriceFiles files;
    private final Audit audit;

    /**
     * A reader.
     *
     * @param files reads the price file
     * @param audit who is told of mistakes in it
     */
    PricingReader(PriceFiles files, Audit audit) {
        this.files = files;
        this.audit = audit;
    }

    Pricing read(Section section) {
        files.forget();
        Optional<TariffTable> own = section.value("file", TEXT.then(Named::new)).flatMap(file -> table(section, file));
        return new Pricing(
                own, new Agreement(models(section.list("models"), own), discounts(section.list("discounts"), own)));
    }

    private List<Agreement.Model> models(List<Field> items, Optional<TariffTable> own) {
        List<Agreement.Model> models = new ArrayList<>();
        Tariffs tariffs = new Pricing(items.isEmpty() ? Optional.empty() : own, Agreement.NONE).tariffs();
        for (Field item : items) {
            item.section("setting").ifPresent(below -> models.add(below.readBy(its -> model(its, item, own, tariffs))));
        }
        return models;
    }

    /** A file's name, as somebody gave it. */
    private record Named(String file) {}

    private Optional<TariffTable> table(Section section, Named named) {
        try {
            byte[] content = files.read(named.file());
            return Optional.of(
                    PriceFile.read(named.file(), Json.read(content).isPresent() ? content : json(named, content)));
        } catch (IOException | InvalidPathException unreadable) {
            section.refuse("file", "cannot be read: " + unreadable.getMessage());
        } catch (Misprint misprint) {
            audit.problem(new Place(named.file(), misprint.line(), misprint.column()), "", misprint.what());
        }
        return Optional.empty();
    }

    /** A file in YAML; its mistakes are told as those of settings are. */
    private byte[] json(Named named, byte[] content) {
        return YamlAsJson.of(YamlDocument.read(named.file(), content, audit));
    }

    private Agreement.Model model(Section section, Field item, Optional<TariffTable> own, Tariffs tariffs) {
        String id = section.required("id", TEXT, "id: my-deployment").orElse("");
        Optional<String> like = section.value("like", TEXT);
        String provider = section.value("provider", TEXT.then(text -> biller(text, own)), "");
        boolean provisioned = section.value("provisioned", Form.onOff(), false);
        String priced = like.orElse(id);
        if (audit.isClean() && tariffs.find("", priced).isEmpty()) {
            item.refuse("no price of \"" + priced + "\" is known. Name a model that `parsimony prices` lists, as in"
                    + " like: gpt-4o");
        }
        if (provisioned && provider.isEmpty() && Tariffs.builtIn().find("", id).isPresent()) {
            item.refuse(
                    "\"" + id + "\" is a model that others serve too. Name who serves yours, as in provider: azure");
        }
        return new Agreement.Model(id, priced, provider, provisioned);
    }

    private Map<String, BigDecimal> discounts(List<Field> items, Optional<TariffTable> own) {
        Map<String, BigDecimal> discounts = new HashMap<>();
        for (Field item : items) {
            item.section("setting").ifPresent(below -> below.readBy(its -> discount(its, own, discounts)));
        }
        return discounts;
    }

    private boolean discount(Section section, Optional<TariffTable> own, Map<String, BigDecimal> discounts) {
        Optional<String> provider =
                section.required("provider", TEXT.then(text -> biller(text, own)), "provider: openai");
        Optional<BigDecimal> factor = section.required("factor", PricingReader::factor, "factor: 0.85");
        provider.ifPresent(name -> factor.ifPresent(times -> discounts.put(name, times)));
        return true;
    }

    private static String biller(String text, Optional<TariffTable> own) {
        boolean known = Providers.billing().contains(text)
                || own.stream()
                        .flatMap(table -> table.tariffs().stream())
                        .anyMatch(t -> t.provider().equals(text));
        if (!known) {
            throw new IllegalArgumentException(
                    "is no provider whose prices are known." + Spelling.hint(text, Providers.billing()));
        }
        return text;
    }

    private static BigDecimal factor(Value.Scalar scalar) {
        BigDecimal factor = Quantity.number(scalar);
        if (factor.compareTo(LEAST) < 0 || factor.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("must be a factor from 0.01 to 2, such as 0.85 for 15 percent off");
        }
        return factor;
    }
}
