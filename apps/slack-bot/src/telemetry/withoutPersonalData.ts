/** What leaves as metrics and traces is listed here; anything else may hold a case reference, so it is dropped. */

import { type Measurement, measurements } from "@safe-return/outreach"
import { Layer } from "effect"
import { type OtlpMetrics, type OtlpResource, OtlpSerialization, type OtlpTracer } from "effect/observability"

const SCOPE = { name: "safe-return" }

/** What a resource may say: which instance of which service it is. */
const resourceAttributes = new Set([
  "service.name",
  "service.instance.id",
  "telemetry.sdk.name",
  "telemetry.sdk.language",
  "telemetry.sdk.version"
])

/** As code names spans: letters parted by dots or spaces, so that no reference, id or number can be one. */
const CODE_NAME = /^[A-Za-z]{1,40}(?:[. ][A-Za-z]{1,40}){0,4}$/
const UNNAMED = "unnamed"

const codeName = (name: string): string => (CODE_NAME.test(name) ? name : UNNAMED)

const resourceOf = ({ attributes }: OtlpResource.Resource): OtlpResource.Resource => ({
  attributes: attributes.filter(({ key }) => resourceAttributes.has(key)),
  droppedAttributesCount: 0
})

type Span = OtlpTracer.TraceData["resourceSpans"][number]["scopeSpans"][number]["spans"][number]

/** The kind of a failure, without its words or its stack. */
const exceptionTypes = (events: Span["events"]): Span["events"] =>
  events.flatMap(({ name, timeUnixNano, attributes }) => {
    const type = attributes.find(({ key }) => key === "exception.type")?.value.stringValue
    if (name !== "exception" || typeof type !== "string") return []
    const typed = { key: "exception.type", value: { stringValue: codeName(type) } }
    return [{ name, timeUnixNano, attributes: [typed], droppedAttributesCount: attributes.length - 1 }]
  })

/** Field by field, so that one which a later version adds is not sent unseen. */
const spanOf = (span: Span): Span => ({
  traceId: span.traceId,
  spanId: span.spanId,
  parentSpanId: span.parentSpanId,
  name: codeName(span.name),
  kind: span.kind,
  startTimeUnixNano: span.startTimeUnixNano,
  endTimeUnixNano: span.endTimeUnixNano,
  attributes: [],
  droppedAttributesCount: span.attributes.length,
  events: exceptionTypes(span.events),
  droppedEventsCount: 0,
  status: { code: span.status.code },
  links: span.links.map(({ traceId, spanId }) => ({ traceId, spanId, attributes: [], droppedAttributesCount: 0 })),
  droppedLinksCount: 0
})

const tracesWithoutPersonalData = ({ resourceSpans }: OtlpTracer.TraceData): OtlpTracer.TraceData => ({
  resourceSpans: resourceSpans.map(({ resource, scopeSpans }) => ({
    resource: resourceOf(resource),
    scopeSpans: scopeSpans.map(({ spans }) => ({ scope: SCOPE, spans: spans.map(spanOf) }))
  }))
})

const byName = new Map<string, Measurement>(measurements.map((measurement) => [measurement.name, measurement]))

const pointsOf = <Point extends { readonly attributes?: Array<OtlpResource.KeyValue> }>(
  points: ReadonlyArray<Point>,
  { attribute }: Measurement
): Array<Point> =>
  points.map((point) => ({
    ...point,
    attributes: (point.attributes ?? []).flatMap(({ key, value: { stringValue } }) => {
      if (attribute === undefined || key !== attribute.name) return []
      const isListed = typeof stringValue === "string" && attribute.values.includes(stringValue)
      return [{ key, value: { stringValue: isListed ? stringValue : "other" } }]
    })
  }))

type Metric = OtlpMetrics.MetricsData["resourceMetrics"][number]["scopeMetrics"][number]["metrics"][number]

const metricOf = (metric: Metric): Array<Metric> => {
  const measurement = byName.get(metric.name)
  if (measurement === undefined) return []
  const { name, unit, description } = measurement
  const { gauge, sum, histogram } = metric
  return [
    {
      name,
      unit,
      description,
      ...(gauge === undefined ? {} : { gauge: { dataPoints: pointsOf(gauge.dataPoints, measurement) } }),
      ...(sum === undefined ? {} : { sum: { ...sum, dataPoints: pointsOf(sum.dataPoints, measurement) } }),
      ...(histogram === undefined
        ? {}
        : { histogram: { ...histogram, dataPoints: pointsOf(histogram.dataPoints, measurement) } })
    }
  ]
}

const metricsWithoutPersonalData = ({ resourceMetrics }: OtlpMetrics.MetricsData): OtlpMetrics.MetricsData => ({
  resourceMetrics: resourceMetrics.map(({ resource, scopeMetrics }) => ({
    resource: resourceOf(resource),
    scopeMetrics: scopeMetrics.map(({ metrics }) => ({ scope: SCOPE, metrics: metrics.flatMap(metricOf) }))
  }))
})

/** As JSON, for the exporters: nothing reaches the network past it. Logs are not sent at all. */
export const serializationLayer = Layer.effect(
  OtlpSerialization.OtlpSerialization,
  OtlpSerialization.OtlpSerialization.useSync((json) => ({
    traces: (data) => json.traces(tracesWithoutPersonalData(data)),
    metrics: (data) => json.metrics(metricsWithoutPersonalData(data)),
    logs: () => json.logs({ resourceLogs: [] })
  }))
).pipe(Layer.provide(OtlpSerialization.layerJson))
