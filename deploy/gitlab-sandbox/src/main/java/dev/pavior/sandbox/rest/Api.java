package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.World;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lets a request in, carries it out in its turn, and writes the answer. */
final class Api {

    private final World world;
    private final Tokens tokens;
    private final Writes writes;
    private final Clock clock;

    Api(World world, Tokens tokens, Writes writes, Clock clock) {
        this.world = world;
        this.tokens = tokens;
        this.writes = writes;
        this.clock = clock;
    }

    HandlerFunction<ServerResponse> does(Operation operation) {
        return request ->
                Mono.defer(() -> Mono.just(admitted(request)))
                        .flatMap(token -> carriedOut(request, token, operation))
                        .onErrorResume(Refusal.class, Api::refused);
    }

    /** Prepares in turn, and acts when others may go on. */
    HandlerFunction<ServerResponse> runs(Errand errand) {
        return request ->
                Mono.defer(() -> Mono.just(admitted(request)))
                        .flatMap(token -> prepared(request, token, errand))
                        .flatMap(
                                work ->
                                        Mono.fromCallable(work)
                                                .subscribeOn(Schedulers.boundedElastic()))
                        .map(Answer::last)
                        .flatMap(Api::written)
                        .onErrorResume(Refusal.class, Api::refused);
    }

    private Mono<Callable<Answer>> prepared(ServerRequest request, Token token, Errand errand) {
        return Reading.fields(request)
                .map(
                        fields ->
                                world.inTurn(
                                        () -> {
                                            var call = call(request, token, fields);
                                            var work = errand.prepared(call);
                                            countedAs(201, call);
                                            return work;
                                        }));
    }

    /** Answers a question that is asked by a method that usually writes. */
    HandlerFunction<ServerResponse> asks(Operation operation) {
        return request ->
                Mono.defer(() -> Mono.just(readable(request)))
                        .flatMap(
                                token ->
                                        Reading.fields(request)
                                                .map(f -> asked(request, token, f, operation))
                                                .flatMap(Api::written))
                        .onErrorResume(Refusal.class, Api::refused);
    }

    private Answer asked(ServerRequest request, Token token, Fields fields, Operation operation) {
        return world.inTurn(() -> operation.answer(call(request, token, fields)));
    }

    private Token readable(ServerRequest request) {
        var token = tokens.of(request);
        if (!token.mayRead()) {
            throw Refusal.insufficientScope(Token.READ);
        }
        return token;
    }

    private Call call(ServerRequest request, Token token, Fields fields) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Call(request, fields, token, tokens.acting(token, request, fields), at);
    }

    /** Nobody without a token, and nobody writes with one that only reads. */
    private Token admitted(ServerRequest request) {
        var token = tokens.of(request);
        if (writing(request) ? !token.mayWrite() : !token.mayRead()) {
            throw Refusal.insufficientScope(writing(request) ? Token.WRITE : Token.READ);
        }
        return token;
    }

    private Mono<ServerResponse> carriedOut(
            ServerRequest request, Token token, Operation operation) {
        return Reading.fields(request)
                .flatMap(fields -> written(answer(request, token, fields, operation)));
    }

    private Answer answer(ServerRequest request, Token token, Fields fields, Operation operation) {
        return world.inTurn(() -> counted(call(request, token, fields), operation));
    }

    private Answer counted(Call call, Operation operation) {
        Answer answer;
        try {
            answer = operation.answer(call);
        } catch (Refusal refusal) {
            answer = new Answer(refusal.status(), refusal.body(), Map.of());
        }
        if (writing(call.request())) {
            countedAs(answer.status(), call);
        }
        return answer;
    }

    /** What is asked of the sandbox itself is no write to GitLab. */
    private void countedAs(int status, Call call) {
        if (call.request().path().startsWith("/api/")) {
            writes.count(call, status);
        }
    }

    private static boolean writing(ServerRequest request) {
        return !request.method().equals(HttpMethod.GET)
                && !request.method().equals(HttpMethod.HEAD);
    }

    static Mono<ServerResponse> refused(Refusal refusal) {
        return written(new Answer(refusal.status(), refusal.body(), Map.of()));
    }

    private static Mono<ServerResponse> written(Answer answer) {
        var response =
                ServerResponse.status(answer.status())
                        .header("X-Request-Id", UUID.randomUUID().toString())
                        .headers(headers -> answer.headers().forEach(headers::set));
        return answer.body() == null
                ? response.build()
                : response.contentType(MediaType.APPLICATION_JSON).bodyValue(answer.body());
    }
}
