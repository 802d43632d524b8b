// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import dev.parsimony.instrumentation.spring.http.Messages;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/**
 * The application writing its body, once: on paper, and from there on, unless all of it can be kept, on the request that is sent.
 * There it ends or fails as it would have without us.
 */
final class Writing {
    private final ClientRequest request;
    private final ExchangeStrategies strategies;
    private final Paper paper;
    private final Sinks.One<Written> written = Sinks.one();
    private final Sinks.Empty<Void> end = Sinks.empty();
    private final Disposable.Swap writing = Disposables.swap();

    Writing(ClientRequest request, ExchangeStrategies strategies) {
        this.request = request;
        this.strategies = strategies;
        this.paper = new Paper(request, this::goesOn);
    }

    /** Has it written; ends with a request that can be sent. */
    Mono<Written> begin(ContextView subscriber) {
        writing.update(Mono.defer(() -> request.body().insert(paper, new Codecs(strategies)))
                .contextWrite(subscriber)
                .subscribe(none -> {}, this::failed, this::ended));
        return written.asMono();
    }

    /** The request will not be sent, or not to its end. */
    void giveUp() {
        writing.dispose();
        paper.giveUp();
    }

    private void ended() {
        end.tryEmitEmpty();
        written.tryEmitValue(Written.of(request, strategies, paper.getHeaders(), paper.written()));
    }

    private void failed(Throwable thrown) {
        end.tryEmitError(thrown);
        goesOn();
    }

    private void goesOn() {
        Met<Object> body = (output, context) -> Mono.defer(() -> onto(output, context));
        written.tryEmitValue(Written.unread(request, strategies, body));
    }

    /** An HTTP client that sends a request anew has it written anew, as it would have without us. */
    private Mono<Void> onto(ClientHttpRequest output, BodyInserter.Context context) {
        if (paper.isTaken()) {
            return request.body().insert(output, context);
        }
        Messages.carry(request.headers(), paper.getHeaders(), output.getHeaders());
        paper.goOn(output);
        return end.asMono().doOnCancel(this::giveUp);
    }
}
