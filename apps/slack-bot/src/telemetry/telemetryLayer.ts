/** Metrics and traces by OpenTelemetry's protocol over HTTP, where an address is set; nothing otherwise. */
import { randomUUID } from "node:crypto"
import type { BotConfiguration } from "@safe-return/settings"
import { ConfigProvider, Duration, Effect, Layer, Metric, Redacted, Tracer } from "effect"
import { OtlpExporter, OtlpMetrics, OtlpTracer } from "effect/observability"
import { collectorClientLayer } from "./collectorClient.ts"
import { sampledTracer } from "./sampledTracer.ts"
import { serializationLayer } from "./withoutPersonalData.ts"

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
