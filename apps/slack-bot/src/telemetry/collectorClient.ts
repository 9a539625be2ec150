/** How the collector is asked: it may be dead, slow or broken, and holds up nothing and fills no memory. */
import { Duration, Effect, Layer, Option, Semaphore } from "effect"
import { FetchHttpClient, HttpClient, HttpClientError } from "effect/http"

/** How long one answer is waited for, body and all. */
const ANSWERS_WITHIN = Duration.seconds(5)

/** How many batches may wait for an answer, of a thousand spans at most each; more are dropped. */
const MOST_AT_ONCE = 4

export const collectorClientLayer = Layer.effect(
  HttpClient.HttpClient,
  Effect.gen(function* () {
    const client = yield* HttpClient.HttpClient
    const permits = yield* Semaphore.make(MOST_AT_ONCE)
    let isHeard = true

    const noted = Effect.fnUntraced(function* (heard: boolean) {
      if (heard === isHeard) return
      isHeard = heard
      yield* heard
        ? Effect.logInfo("The collector of metrics and traces takes them again.")
        : Effect.logWarning(
            "The collector of metrics and traces does not take them; they are dropped meanwhile. Look at OTEL_EXPORTER_OTLP_ENDPOINT and at the collector."
          )
    })

    return HttpClient.transform(client, (sending, request) => {
      const failed = (description: string) =>
        Effect.fail(
          new HttpClientError.HttpClientError({ reason: new HttpClientError.TransportError({ request, description }) })
        )
      return sending.pipe(
        Effect.tap((response) => Effect.ignore(response.arrayBuffer)),
        // What is sent to one address, with its token, goes to no other.
        Effect.provideService(FetchHttpClient.RequestInit, { redirect: "error" }),
        Effect.timeoutOrElse({ duration: ANSWERS_WITHIN, orElse: () => failed("no answer in time") }),
        Effect.tapError(() => noted(false)),
        Effect.tap(({ status }) => noted(status < 400)),
        permits.withPermitsIfAvailable(1),
        Effect.flatMap(Option.match({ onNone: () => failed("too many wait"), onSome: Effect.succeed }))
      )
    })
  })
).pipe(Layer.provide(FetchHttpClient.layer))
