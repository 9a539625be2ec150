/** Metrics and traces by OpenTelemetry's protocol over HTTP, where an address is set; nothing otherwise. */

import { randomUUID } from "node:crypto"
import type { BotConfiguration } from "@safe-return/settings"
import { ConfigProvider, Duration, Effect, Layer, Metric, Option, Redacted, Semaphore, Tracer } from "effect"
import { FetchHttpClient, HttpClient, HttpClientError } from "effect/http"
import { OtlpExporter, OtlpMetrics, OtlpTracer } from "effect/observability"
import { serializationLayer } from "./withoutPersonalData.ts"

/** Keeps a share of traces, each whole or not at all; the program's own span begins none. */
export const sampledTracer = (
  tracer: Tracer.Tracer,
  share: number,
  random: () => number = Math.random
): Tracer.Tracer => {
  const ours = new WeakSet<object>()
  return Tracer.make({
    ...tracer,
    span: (options) => {
      const parent = Option.filter(options.parent, (one) => !options.root && ours.has(one))
      const sampled = Option.match(parent, {
        onNone: () => options.sampled && random() < share,
        onSome: (one) => options.sampled && one.sampled
      })
      const span = tracer.span({ ...options, parent, sampled })
      ours.add(span)
      return span
    }
  })
}

/** How long one answer is waited for, body and all. */
const ANSWERS_WITHIN = Duration.seconds(5)

/** How many batches may wait for an answer, of a thousand spans at most each; more are dropped. */
const MOST_AT_ONCE = 4

const collectorClientLayer = Layer.effect(
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

/** How often metrics are sent, unless it is set otherwise. A working choice. */
const EXPORT_EVERY = Duration.seconds(30)

/** One in ten: with every trace of a large council a collector would mostly store looks that found nothing. */
const SHARE_OF_TRACES = 0.1

/** By how much what has not been sent may hold up a stop, for metrics and for traces each. */
export const STOP_WITHIN = Duration.seconds(1)

const SERVICE_NAME = "safe-return"

export const exportInterval = ({ exportEveryMilliseconds }: NonNullable<BotConfiguration["telemetry"]>) =>
  exportEveryMilliseconds === undefined ? EXPORT_EVERY : Duration.millis(exportEveryMilliseconds)

const exporting = (telemetry: NonNullable<BotConfiguration["telemetry"]>) => {
  const { endpoint, headers, serviceName = SERVICE_NAME, shareOfTraces = SHARE_OF_TRACES } = telemetry
  const address = (signal: string) => `${endpoint.replace(/\/+$/, "")}/v1/${signal}`
  const options = {
    // Without an id of each, the counts of two instances would take each other's place.
    resource: { serviceName, attributes: { "service.instance.id": randomUUID() } },
    headers: headers === undefined ? undefined : Redacted.value(headers),
    shutdownTimeout: STOP_WITHIN
  }
  // Each signal has a client of its own: what one sends too much of does not stop the other.
  const metrics = OtlpMetrics.layer({
    ...options,
    url: address("metrics"),
    exportInterval: exportInterval(telemetry)
  }).pipe(Layer.provide(Layer.fresh(collectorClientLayer)))
  const traces = Layer.effect(
    Tracer.Tracer,
    Effect.map(OtlpTracer.make({ ...options, url: address("traces") }), (tracer) =>
      sampledTracer(tracer, shareOfTraces)
    )
  ).pipe(Layer.provide([OtlpExporter.layerFlusher, Layer.fresh(collectorClientLayer)]))
  return Layer.mergeAll(metrics, traces).pipe(
    Layer.provide([
      serializationLayer,
      // Every setting is read, and refused by name, in one place.
      ConfigProvider.layer(ConfigProvider.fromUnknown({}))
    ]),
    Layer.provideMerge(Layer.sync(Metric.MetricRegistry, () => new Map()))
  )
}

/** What is traced and measured in what this is provided to leaves it as the configuration says. */
export const telemetryLayer = ({ telemetry }: Pick<BotConfiguration, "telemetry">): Layer.Layer<never> =>
  telemetry === undefined ? Layer.empty : exporting(telemetry)
