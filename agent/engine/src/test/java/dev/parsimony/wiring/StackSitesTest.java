// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Checkout;
import dev.parsimony.exchange.CallSite;
import org.junit.jupiter.api.Test;

class StackSitesTest {
    private final StackSites sites = new StackSites(function -> false);

    @Test
    void findsTheNearestFrameOfTheApplication() {
        CallSite site = Checkout.pay(sites::find);

        assertThat(site.function()).isEqualTo("com.acme.shop.Checkout.pay");
        assertThat(site.line()).isPositive();
    }

    @Test
    void writesNestedClassesWithDots() {
        assertThat(Checkout.Basket.total(sites::find).function()).isEqualTo("com.acme.shop.Checkout.Basket.total");
    }

    @Test
    void namesTheMethodThatALambdaIsWrittenIn() {
        assertThat(Checkout.inALambda(sites::find).function()).isEqualTo("com.acme.shop.Checkout.inALambda");
    }

    @Test
    void looksThroughTheUsersOwnWrappers() {
        StackSites looking = new StackSites(function -> function.startsWith("com.acme.shop.Checkout.Basket"));

        assertThat(Checkout.pay(() -> Checkout.Basket.total(looking::find)).function())
                .isEqualTo("com.acme.shop.Checkout.pay");
    }

    @Test
    void findsNothingWhereOnlyLibrariesAreOnTheStack() {
        assertThat(new StackSites(function -> true).find()).isEqualTo(CallSite.unknown());
    }

    @Test
    void namesTheMethodThatHandsALambdaToAnotherThread() {
        assertThat(Checkout.onAnotherThread(sites::find).function())
                .isEqualTo("com.acme.shop.Checkout.onAnotherThread");
    }

    @Test
    void namesTheClassThatHandsAMethodReferenceIntoALibraryToAnotherThread() {
        CallSite site = Checkout.byReferenceOnAnotherThread(sites, StackSitesTest::call);

        assertThat(site.function()).isEqualTo("com.acme.shop.Checkout.lambda");
        assertThat(site.line()).isNotPositive();
    }

    @Test
    void looksThroughWrappersThatHandOnAMethodReference() {
        StackSites looking = new StackSites(function -> function.startsWith("com.acme.shop.Checkout"));

        assertThat(Checkout.<StackSites, CallSite>byReferenceOnAnotherThread(looking, StackSitesTest::call))
                .isEqualTo(CallSite.unknown());
    }

    private static CallSite call(StackSites finder) {
        return finder.find();
    }
}
