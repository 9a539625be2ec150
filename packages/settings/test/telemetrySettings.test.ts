import { Redacted, Result } from "effect"
import { expect, test } from "vitest"
import { complete, settings as settingsOf } from "./madeUpSettings.ts"

const settings = (environment: Record<string, string>) => settingsOf({ ...complete, ...environment })

test("nothing is measured without a collector's address", () => {
  const read = Result.getOrThrow(settings({ OTEL_SERVICE_NAME: "made-up", OTEL_EXPORTER_OTLP_HEADERS: "a=b" }))
  expect(read.configuration.telemetry).toBeUndefined()
})

test("a collector's address, headers and name are read as OpenTelemetry writes them", () => {
  const read = Result.getOrThrow(
    settings({
      OTEL_EXPORTER_OTLP_ENDPOINT: " http://collector.example:4318 ",
      OTEL_EXPORTER_OTLP_HEADERS: "Authorization=Bearer%20made-up, x-tenant = council",
      OTEL_SERVICE_NAME: "safe return, Barnsley",
      OTEL_METRIC_EXPORT_INTERVAL: "60000",
      OTEL_TRACES_SAMPLER_ARG: "0.25"
    })
  )
  const { headers, ...rest } = read.configuration.telemetry ?? {}
  expect(rest).toEqual({
    endpoint: "http://collector.example:4318",
    serviceName: "safe return, Barnsley",
    exportEveryMilliseconds: 60_000,
    shareOfTraces: 0.25
  })
  expect(headers && Redacted.value(headers)).toEqual({ authorization: "Bearer made-up", "x-tenant": "council" })
  expect(JSON.stringify(read.configuration)).not.toContain("made-up")
})

test("the log is for people to read, unless it is set to JSON", () => {
  expect(Result.getOrThrow(settings({})).log).toBe("plain")
  expect(Result.getOrThrow(settings({ SAFE_RETURN_LOG: "json" })).log).toBe("json")
})

const wrong = [
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "http://"],
  ["OTEL_EXPORTER_OTLP_HEADERS", "secret-token"],
  ["OTEL_EXPORTER_OTLP_HEADERS", "a=%ZZ"],
  ["OTEL_EXPORTER_OTLP_HEADERS", "a=b%0D%0Ac: d"],
  ["OTEL_METRIC_EXPORT_INTERVAL", "soon"],
  ["OTEL_METRIC_EXPORT_INTERVAL", "10"],
  ["OTEL_TRACES_SAMPLER_ARG", "1.5"],
  ["SAFE_RETURN_LOG", "xml"]
] as const

test.for(wrong)("%s set to %s is refused by name", ([name, value]) => {
  const refused = settings({ [name]: value })
  if (!Result.isFailure(refused)) throw new Error("should be refused")
  expect(refused.failure.message).toContain(name)
})
