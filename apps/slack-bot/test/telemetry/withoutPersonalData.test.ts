import { messagesQueued, record } from "@safe-return/outreach"
import { Cause, Effect, Layer, Metric } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { OtlpMetrics, OtlpTracer } from "effect/observability"
import { expect, test } from "vitest"
import { serializationLayer } from "../../src/telemetry/withoutPersonalData.ts"

const SECRET = "LCS-71009"

/** What the exporters of Effect put on the network of a program. */
const sentBy = async (program: Effect.Effect<unknown>): Promise<string> => {
  const bodies: Array<string> = []
  const client = HttpClient.make((request) =>
    Effect.sync(() => {
      if (request.body._tag === "Uint8Array") bodies.push(new TextDecoder().decode(request.body.body))
      return HttpClientResponse.fromWeb(request, new Response("{}"))
    })
  )
  const options = {
    url: "http://collector.example",
    resource: { serviceName: "made-up", attributes: { child: SECRET } }
  }
  const exporting = Layer.mergeAll(OtlpMetrics.layer(options), OtlpTracer.layer(options)).pipe(
    Layer.provide([serializationLayer, Layer.succeed(HttpClient.HttpClient, client)]),
    Layer.provideMerge(Layer.sync(Metric.MetricRegistry, () => new Map()))
  )
  await Effect.runPromise(Effect.exit(program).pipe(Effect.provide(exporting)))
  return bodies.join("\n")
}

const spans: ReadonlyArray<readonly [string, Effect.Effect<unknown, unknown>]> = [
  ["an attribute", Effect.void.pipe(Effect.withSpan("known.name", { attributes: { child: SECRET } }))],
  ["an attribute that is noted later", Effect.annotateCurrentSpan("child", SECRET).pipe(Effect.withSpan("known.name"))],
  [
    "a failure's words",
    Effect.fail(new Error(`Nothing is recorded for ${SECRET}.`)).pipe(Effect.withSpan("known.name"))
  ],
  ["a defect's words", Effect.die(`Nothing is recorded for ${SECRET}.`).pipe(Effect.withSpan("known.name"))],
  [
    "an event",
    Effect.currentSpan.pipe(
      Effect.map((span) => span.event(SECRET, 1n, { child: SECRET })),
      Effect.withSpan("known.name")
    )
  ]
]

test.for(spans)("a case reference in %s of a span is not sent", async ([, span]) => {
  const sent = await sentBy(Effect.ignoreCause(span))
  expect(sent).toContain("known.name")
  expect(sent).not.toContain(SECRET)
})

test("a span whose name holds a case reference is sent without its name", async () => {
  const sent = await sentBy(Effect.void.pipe(Effect.withSpan(`look at ${SECRET}`)))
  expect(sent).toContain(`"name":"unnamed"`)
  expect(sent).not.toContain(SECRET)
})

test("the kind of a failure is sent with its span", async () => {
  const failed = Effect.failCause(Cause.die(new TypeError(SECRET))).pipe(Effect.withSpan("known.name"))
  expect(await sentBy(Effect.ignoreCause(failed))).toContain(`"exception.type","value":{"stringValue":"TypeError"}`)
})

test("a metric that is not listed is not sent, nor an attribute or a value of one that is", async () => {
  const unlisted = Metric.counter(`alerts.${SECRET}`)
  const labelled = Metric.withAttributes(Metric.gauge(messagesQueued.name), {
    child: SECRET,
    "safe_return.urgency": SECRET
  })
  const sent = await sentBy(Effect.all([Metric.update(unlisted, 1), Metric.update(labelled, 2)]))
  expect(sent).toContain(messagesQueued.name)
  expect(sent).toContain(`"stringValue":"other"`)
  expect(sent).not.toContain(SECRET)
})

test("a listed value of a listed attribute is sent, with the unit", async () => {
  const sent = await sentBy(record(messagesQueued, 3, "high-risk"))
  expect(sent).toContain(`{"key":"safe_return.urgency","value":{"stringValue":"high-risk"}}`)
  expect(sent).toContain(`"unit":"{message}"`)
})
