/** Metrics and traces as environment variables, by the names that OpenTelemetry gives them. */
import { definedFields } from "@safe-return/domain/definedFields"
import { Redacted, Result, Schema } from "effect"
import type { BotConfiguration } from "./BotConfiguration.ts"
import { isHttpAddress } from "./serviceAddress.ts"

const checked = (isRight: (text: string) => boolean, message: string) =>
  Schema.optionalKey(Schema.String.check(Schema.makeFilter((text: string) => (isRight(text) ? undefined : message))))

/** A token of RFC 9110, which a header's name has to be. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const HEADER_VALUE = /^[\x20-\x7e]*$/

const decoded = (text: string): string | undefined =>
  Result.getOrUndefined(Result.try(() => decodeURIComponent(text.trim())))

/** `name=value` pairs parted by commas, each percent-encoded, as OpenTelemetry has them; undefined where they are not. */
const headersIn = (text: string): Readonly<Record<string, string>> | undefined => {
  const headers: Record<string, string> = {}
  for (const pair of text.split(",").filter((one) => one.trim() !== "")) {
    const at = pair.indexOf("=")
    const [name, value] = [decoded(pair.slice(0, Math.max(at, 0))), decoded(pair.slice(at + 1))]
    if (name === undefined || value === undefined || !HEADER_NAME.test(name) || !HEADER_VALUE.test(value)) {
      return undefined
    }
    headers[name.toLowerCase()] = value
  }
  return headers
}

/** A day at most: what is exported less often shows nothing in time. */
const isInterval = (text: string): boolean =>
  /^\d{3,8}$/.test(text) && Number(text) >= 100 && Number(text) <= 86_400_000

const isShare = (text: string): boolean => /^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/.test(text)

export const telemetryVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: checked(isHttpAddress, "must be an address such as http://localhost:4318"),
  OTEL_EXPORTER_OTLP_HEADERS: checked(
    (text) => headersIn(text) !== undefined,
    "must be name=value pairs, separated by commas, each value percent-encoded"
  ),
  OTEL_SERVICE_NAME: Schema.optionalKey(Schema.NonEmptyString),
  OTEL_METRIC_EXPORT_INTERVAL: checked(isInterval, "must be whole milliseconds, from 100 to 86400000"),
  OTEL_TRACES_SAMPLER_ARG: checked(isShare, "must be the share of traces that is kept, from 0 to 1")
}

const Variables = Schema.Struct(telemetryVariables)

/** Nothing without an address: nothing is then measured or sent. */
export const telemetryIn = (found: typeof Variables.Type): Pick<BotConfiguration, "telemetry"> => {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = found
  const { OTEL_SERVICE_NAME: serviceName, OTEL_METRIC_EXPORT_INTERVAL: interval } = found
  const { OTEL_TRACES_SAMPLER_ARG: share } = found
  if (endpoint === undefined) return {}
  return {
    telemetry: {
      endpoint,
      ...(headers === undefined ? {} : { headers: Redacted.make(headersIn(headers) ?? {}) }),
      ...definedFields({ serviceName }),
      ...(interval === undefined ? {} : { exportEveryMilliseconds: Number(interval) }),
      ...(share === undefined ? {} : { shareOfTraces: Number(share) })
    }
  }
}
