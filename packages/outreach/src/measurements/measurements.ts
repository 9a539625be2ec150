/** What is measured, by name: `docs/observability.md` says what each means. Nothing else leaves the bot as a metric. */
import { Effect, Metric } from "effect"
import { IncidentKind } from "../incidents/IncidentKind.ts"
import { urgencies } from "../owed/OwedMessage.ts"
import { SendFault } from "../sending/Transport.ts"

/** Every way a message goes; none names a channel or a person. */
const messageWays = ["slack.channel", "slack.thread", "slack.person", "outside.email", "outside.sms"] as const
export type MessageWay = (typeof messageWays)[number]

/** Why a sending failed: what its carrier said, or that the record of it could not be read or written. */
const sendingFaults = [...SendFault.literals, "record"] as const

interface Attribute<Value extends string> {
  readonly name: string
  readonly values: ReadonlyArray<Value>
}

export interface Measurement<Value extends string = string> {
  readonly name: string
  /** By UCUM, as OpenTelemetry asks: `s`, or what is counted in braces. */
  readonly unit: string
  readonly description: string
  readonly kind: "counter" | "gauge" | "histogram"
  readonly attribute?: Attribute<Value>
  /** Upper bounds of a histogram. */
  readonly boundaries?: ReadonlyArray<number>
}

const by = <const Value extends string>(name: string, values: ReadonlyArray<Value>): Attribute<Value> => ({
  name,
  values
})

const measure = <Value extends string = never>(measurement: Measurement<Value>): Measurement<Value> => measurement

export const alertsUnacknowledged = measure({
  name: "safe_return.alert.unacknowledged",
  unit: "{alert}",
  description: "Alerts about children who are missing that nobody has acknowledged.",
  kind: "gauge"
})

export const oldestUnacknowledged = measure({
  name: "safe_return.alert.unacknowledged.age",
  unit: "s",
  description: "Age of the oldest alert that nobody has acknowledged; 0 where there is none.",
  kind: "gauge"
})

export const reminderLateness = measure({
  name: "safe_return.reminder.lateness",
  unit: "s",
  description: "Time from when a reminder fell due until it was sent.",
  kind: "histogram",
  boundaries: [1, 5, 15, 30, 60, 120, 300, 900, 3_600, 14_400, 86_400]
})

export const messagesQueued = measure({
  name: "safe_return.message.queued",
  unit: "{message}",
  description: "Messages that are owed and have not gone.",
  kind: "gauge",
  attribute: by("safe_return.urgency", urgencies)
})

export const sendingsFailed = measure({
  name: "safe_return.message.failed",
  unit: "{attempt}",
  description: "Attempts to send a message that failed.",
  kind: "counter",
  attribute: by("safe_return.fault", sendingFaults)
})

export const messagesSent = measure({
  name: "safe_return.message.sent",
  unit: "{message}",
  description: "Messages that were sent.",
  kind: "counter",
  attribute: by("safe_return.way", messageWays)
})

export const messagesUndelivered = measure({
  name: "safe_return.message.undelivered",
  unit: "{message}",
  description: "Messages that are listed as undelivered.",
  kind: "gauge"
})

export const incidentsOpen = measure({
  name: "safe_return.incident.open",
  unit: "{incident}",
  description: "Incidents of the bot itself that are open.",
  kind: "gauge",
  attribute: by("safe_return.incident.kind", IncidentKind.literals)
})

export const heartbeatHeldBack = measure({
  name: "safe_return.heartbeat.held_back",
  unit: "{heartbeat}",
  description: "1 while the heartbeat is held back or late, 0 while it beats.",
  kind: "gauge"
})

export const measurements: ReadonlyArray<Measurement> = [
  alertsUnacknowledged,
  oldestUnacknowledged,
  reminderLateness,
  messagesQueued,
  sendingsFailed,
  messagesSent,
  messagesUndelivered,
  incidentsOpen,
  heartbeatHeldBack
]

type AnyMetric = Metric.Metric<number, unknown>

const metricOf = ({ name, kind, description, boundaries = [] }: Measurement): AnyMetric => {
  if (kind === "counter") return Metric.counter(name, { description, incremental: true })
  return kind === "gauge" ? Metric.gauge(name, { description }) : Metric.histogram(name, { description, boundaries })
}

const metrics = new Map<string, AnyMetric>(
  measurements.flatMap((measurement) => {
    const metric = metricOf(measurement)
    const { name, attribute } = measurement
    const labelled = (attribute?.values ?? []).map(
      (value) => [`${name} ${value}`, Metric.withAttributes(metric, { [attribute?.name ?? ""]: value })] as const
    )
    return [[name, metric] as const, ...labelled]
  })
)

/** Adds to a counter, sets a gauge, or notes one value of a histogram. */
export const record = <Value extends string>(
  { name }: Measurement<Value>,
  number: number,
  ...[value]: [Value] extends [never] ? [] : [Value]
): Effect.Effect<void> => {
  const metric = metrics.get(value === undefined ? name : `${name} ${value}`)
  return metric === undefined ? Effect.void : Metric.update(metric, number)
}
