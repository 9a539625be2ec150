/** A made-up child's stream with which nothing is left to do: reported missing, and cancelled by the police. */
import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  decide,
  EpisodeId,
  EventId,
  emptyChildState,
  evolve,
  type Notification,
  PersonId,
  PoliceReference
} from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Result } from "effect"
import type { NewEvent } from "../src/index.ts"

const at = (hours: number): Instant => addHours(utc(2026, 1, 5, 8), hours)

/** When it is long over. */
export const LONG_AFTER = utc(2026, 6, 1)

export const policeReference = (child: ChildReference, number = 1): PoliceReference =>
  PoliceReference.make(`SYP-${child}-${number}`)

const record = (
  child: ChildReference,
  notifications: ReadonlyArray<Notification>,
  before: ChildState = emptyChildState,
  since = 0
): ReadonlyArray<NewEvent> => {
  let state = before
  return notifications.flatMap((notification, index) => {
    const number = since + index
    const newEpisodeId = EpisodeId.make(`${child}-episode-${number}`)
    const now = at(100 + number)
    const command = { _tag: "ReceiveNotification", notification, newEpisodeId, policy: rotherham } as const
    return Result.getOrThrow(decide(state, command, { now })).map((event, place): NewEvent => {
      const recorded = { recordedAt: now, recordedBy: PersonId.make("police-intake"), event }
      state = evolve(state, recorded)
      return { id: EventId.make(`${child}-${number}-${place}`), recorded }
    })
  })
}

const missing = (child: ChildReference, number: number): Notification => ({
  kind: "missing",
  policeReference: policeReference(child, number),
  sentAt: at(100 * number),
  child: { reference: child },
  absence: "missing",
  missingFrom: "care",
  risk: "medium",
  missingAt: at(number),
  reportedAt: at(number + 1)
})

const cancelled = (child: ChildReference): Notification => ({
  kind: "cancelled",
  policeReference: policeReference(child),
  sentAt: at(101),
  child: { reference: child },
  reason: "recorded in error"
})

/** Nothing but an episode from before: nobody works on them. */
export const historyStream = (child: ChildReference, importedAt: Instant): ReadonlyArray<NewEvent> => {
  const row = { episode_id: EpisodeId.make(`${child}-before`), missing_at: at(0), returned_at: at(5) }
  const event = { _tag: "HistoryImported", rows: [row], policy: rotherham } as const
  const recorded = { recordedAt: importedAt, recordedBy: PersonId.make("command-line:made-up"), event }
  return [{ id: EventId.make(`${child}-history`), recorded }]
}

export const openStream = (child: ChildReference): ReadonlyArray<NewEvent> => record(child, [missing(child, 1)])

export const finishedStream = (child: ChildReference): ReadonlyArray<NewEvent> =>
  record(child, [missing(child, 1), cancelled(child)])
