// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answers one request after another: picks the provider, lets faults befall, and turns refusals into replies. */
final class Desk {

    private final List<Face> faces;
    private final Faults faults;

    Desk(Site site, Faults faults) {
        this.faces = List.of(
                new BedrockFace(site),
                new AnthropicFace(site),
                new GeminiFace(site),
                new OllamaFace(site),
                new CohereFace(site),
                new MistralFace(site),
                new OpenAiFace(site));
        this.faults = faults;
    }

    Connection.Response answer(Received request, Pace pace) {
        Face face = faces.stream()
                .filter(each -> each.recognises(request))
                .findFirst()
                .orElseThrow();
        Optional<Fault.Effect> fault = faults.befalling(request);
        return fault.map(effect -> faulty(request, face, effect, pace))
                .orElseGet(() -> new Connection.Response(Optional.of(answer(request, face)), pace));
    }

    private static Reply answer(Received request, Face face) {
        try {
            return face.answer(request);
        } catch (Rejection rejection) {
            return face.refuse(rejection);
        } catch (RuntimeException mistake) {
            String message = "The simulator failed, please report it: " + mistake;
            return face.refuse(new Rejection(500, "simulator_error", message, null, null));
        }
    }

    private static Connection.Response faulty(Received request, Face face, Fault.Effect effect, Pace pace) {
        if (effect instanceof Fault.Delay delay) {
            Pace slower = new Pace(pace.toFirstByte().plus(delay.by()), pace.perToken());
            return new Connection.Response(Optional.of(answer(request, face)), slower);
        }
        return new Connection.Response(spoilt(request, face, effect), pace);
    }

    private static Optional<Reply> spoilt(Received request, Face face, Fault.Effect effect) {
        if (effect instanceof Fault.Refuse refusal) {
            return Optional.of(refused(face, refusal));
        }
        if (effect instanceof Fault.Break broken) {
            return Optional.of(answer(request, face).cut(broken.afterEvents(), Reply.Ending.BROKEN));
        }
        if (effect instanceof Fault.Truncate truncated) {
            return Optional.of(answer(request, face).cut(truncated.afterEvents(), Reply.Ending.WHOLE));
        }
        if (effect instanceof Fault.Fail failed) {
            return Optional.of(failed(request, face, failed.afterEvents()));
        }
        if (effect instanceof Fault.Garble) {
            byte[] garbled = "{\"id\": \"".getBytes(StandardCharsets.UTF_8);
            return Optional.of(Reply.bytes(200, "application/json", garbled));
        }
        return Optional.empty();
    }

    private static Reply failed(Received request, Face face, int afterEvents) {
        Reply reply = answer(request, face);
        return reply.streamed() ? reply.failing(afterEvents, face.failure(request)) : face.refuse(face.words(500));
    }

    private static Reply refused(Face face, Fault.Refuse refusal) {
        Reply reply = face.refuse(face.words(refusal.status()));
        Reply said =
                refusal.body().length == 0 ? reply : Reply.bytes(refusal.status(), "application/json", refusal.body());
        return refusal.retryAfter().equals(Duration.ZERO)
                ? said
                : said.with(List.of(new Header(
                        "retry-after", Long.toString(refusal.retryAfter().toSeconds()))));
    }
}
