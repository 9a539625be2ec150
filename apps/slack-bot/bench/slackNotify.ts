import type { Benchmark } from "@safe-return/bench"
import { Instant } from "@safe-return/domain/calendar"
import type { SlackWorkspace } from "@safe-return/slack-testkit"
import { INTAKE_TOKEN, missingBody } from "../test/endToEnd/trainingCouncil.ts"
import { timingOf } from "./load/figures.ts"
import { startServer } from "./load/processes.ts"
import { openSetting, untilQuiet } from "./setting.ts"

const A_SECOND = 20
const NOTIFICATIONS = 200
const MUST_MS = 250

const childOf = (number: number) => `LCS-${60_000 + number}`
const body = (number: number) => missingBody(childOf(number), `BENCH-${number}`, Instant(Date.now()))

interface Accepted {
  readonly at: number
  readonly key: string
  readonly child: string
}

/** Every message Slack took from the bot, as it was taken: by which key, about which child, at which moment. */
const acceptedBy = (workspace: SlackWorkspace) => {
  const accepted: Array<Accepted> = []
  const seen = new Set<unknown>()
  workspace.onChange(({ kind }) => {
    // The call is written down once it is answered, just after what it changed can be seen.
    if (kind === "messages") queueMicrotask(() => setImmediate(look))
  })
  const look = () => {
    for (const call of workspace.calls.slice(-50)) {
      if (call.method !== "chat.postMessage" || call.answer["ok"] !== true || seen.has(call)) continue
      seen.add(call)
      const { about, key } = payloadOf(call.params["metadata"])
      accepted.push({ at: performance.timeOrigin + performance.now(), key, child: about })
    }
  }
  return accepted
}

const payloadOf = (metadata: unknown) => {
  const { event_payload } = (typeof metadata === "string" ? JSON.parse(metadata) : metadata) as {
    readonly event_payload: { readonly key: string; readonly about: string }
  }
  return event_payload
}

const isAlert = ({ key }: Accepted): boolean => key.startsWith("card:")

/** A line in a card's thread: it tells nobody of a child who is missing. */
const isRecord = ({ key }: Accepted): boolean => key.startsWith("timeline:")

/** With Slack's limits on: missing children are told of before what is only a record, but for one in ten. */
const compareOrder = async () => {
  await using setting = await openSetting()
  const { directory, generator, workspace } = setting
  await using bot = await startServer("botProcess.ts", [workspace.slackApiUrl, directory, "slack"])
  const accepted = acceptedBy(workspace)
  const missing = Array.from({ length: 12 }, (_, number) => body(number))
  const notify = (bodies: ReadonlyArray<Record<string, unknown>>) =>
    generator.send({
      what: { kind: "notifications", url: bot.url, token: INTAKE_TOKEN, bodies },
      requests: bodies.length,
      pace: { connections: 1 },
      expected: "recorded"
    })
  // The first are told of, and have records that wait, when the others come.
  await notify(missing.slice(0, 3))
  await new Promise((resolve) => setTimeout(resolve, 4_000))
  const late = accepted.length
  await notify(missing.slice(3).map((each) => ({ ...each, sentAt: new Date().toISOString() })))
  await untilQuiet(workspace)
  const after = accepted.slice(late)
  const alerts = after.filter(isAlert)
  const lastAlert = after.findLastIndex(isAlert)
  const recordsBefore = after.slice(0, lastAlert).filter(isRecord).length
  if (alerts.length !== 9) throw new Error(`${alerts.length} of 9 alerts were taken`)
  if (recordsBefore > 2) throw new Error(`${recordsBefore} records went before the last alert`)
}

export const slackNotify: Benchmark = {
  id: "slack.notify",
  work: `from the police's notification until Slack has taken the alert, ${A_SECOND} a second, rate limits off`,
  // So many in so short a time are what the bot warns of.
  reports: ["were reported missing by the sender", "sends more than its"],
  run: async () => {
    await compareOrder()
    await using setting = await openSetting()
    const { directory, generator, workspace } = setting
    await using bot = await startServer("botProcess.ts", [workspace.slackApiUrl, directory, "off"])
    const accepted = acceptedBy(workspace)
    const bodies = Array.from({ length: NOTIFICATIONS }, (_, number) => body(number))
    const { startedAt } = await generator.send({
      what: { kind: "notifications", url: bot.url, token: INTAKE_TOKEN, bodies },
      requests: NOTIFICATIONS,
      pace: { perSecond: A_SECOND },
      expected: "recorded"
    })
    await untilQuiet(workspace)
    const latencies = bodies.map((_, number) => {
      const alerts = accepted.filter((each) => isAlert(each) && each.child === childOf(number))
      if (alerts.length !== 1) throw new Error(`${alerts.length} alerts of ${childOf(number)} were taken`)
      return (alerts[0]?.at ?? Number.NaN) - (startedAt + (number * 1000) / A_SECOND)
    })
    const own = timingOf(latencies)
    return {
      ours: { ...own, unit: "ms", runs: NOTIFICATIONS },
      peers: [],
      must: `p99 under ${MUST_MS} ms; with Slack's rate limits on, alerts are taken before records (compared first)`,
      met: own.p99 < MUST_MS
    }
  }
}
