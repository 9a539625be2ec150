/** What the bot's own state is measured by, looked at now and then. */

import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { type Alert, alertOf, type ChildState, isOpen } from "@safe-return/domain/pathway"
import {
  alertsUnacknowledged,
  announcementCutoff,
  heartbeatHeldBack,
  IncidentKind,
  Incidents,
  incidentsOpen,
  messagesQueued,
  messagesUndelivered,
  Outreach,
  oldestUnacknowledged,
  record,
  urgencies
} from "@safe-return/outreach"
import { Clock, Duration, Effect } from "effect"
import { Heartbeat, type HeartbeatReport } from "../heartbeat/Heartbeat.ts"

/** How long the records may take to say what is undelivered; the rest does not wait for them. */
const RECORDS_WITHIN = Duration.seconds(5)

/** Alerts of children who are still missing that nobody has answered; history that was brought in alerts nobody. */
const unacknowledgedAlerts = (states: Iterable<ChildState>, announceFrom: Instant): ReadonlyArray<Alert> =>
  [...states].flatMap(({ episodes }) =>
    episodes.flatMap((episode) => {
      if (episode.progress._tag !== "Missing" || !isOpen(episode)) return []
      const alert = alertOf(episode)
      return alert.acknowledgements.length === 0 && alert.at >= announceFrom ? [alert] : []
    })
  )

const isHeldBack = ({ age, isLate, missing }: HeartbeatReport): boolean =>
  age === undefined || isLate || missing.length > 0

/** Reads the bot's state into the gauges; never fails. */
export const botMeasured = Effect.gen(function* () {
  const casework = yield* Casework
  const outreach = yield* Outreach
  const heartbeat = yield* Heartbeat
  const incidents = yield* Incidents
  const announceFrom = yield* announcementCutoff

  const alerts = Effect.gen(function* () {
    const now = Instant(yield* Clock.currentTimeMillis)
    const open = unacknowledgedAlerts((yield* casework.active).values(), announceFrom(now))
    const oldest = Math.min(now, ...open.map(({ at }) => at))
    yield* record(alertsUnacknowledged, open.length)
    yield* record(oldestUnacknowledged, (now - oldest) / 1_000)
  })

  const queue = Effect.gen(function* () {
    const waiting = yield* outreach.waiting
    for (const urgency of urgencies) yield* record(messagesQueued, waiting.get(urgency) ?? 0, urgency)
  })

  const faults = Effect.gen(function* () {
    const open = yield* incidents.open
    for (const kind of IncidentKind.literals) {
      yield* record(incidentsOpen, open.filter((incident) => incident.kind === kind).length, kind)
    }
    const beating = yield* heartbeat.report
    if (beating !== undefined) yield* record(heartbeatHeldBack, isHeldBack(beating) ? 1 : 0)
  })

  const undelivered = Effect.flatMap(outreach.undelivered, (listed) => record(messagesUndelivered, listed.length)).pipe(
    Effect.timeoutOption(RECORDS_WITHIN),
    Effect.asVoid
  )

  const whole = [alerts, queue, faults, Effect.ignore(undelivered)].map((part) => Effect.ignoreCause(part))
  return Effect.all(whole, { discard: true })
})
