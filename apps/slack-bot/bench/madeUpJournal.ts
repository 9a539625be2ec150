/** A journal with interviews that are owed, for children nobody has: as many as asked, due one after another. */
import { addHours, type Instant } from "@safe-return/domain/calendar"
import {
  ChildReference,
  type Command,
  decide,
  EpisodeId,
  EventId,
  emptyChildState,
  PersonId,
  PoliceReference,
  preview,
  type RecordedEvent
} from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Journal } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect, Result } from "effect"

const recordedBy = PersonId.make("bench")

export const childNumber = (number: number) => ChildReference.make(`LCS-${50_000 + number}`)

/** When a child came back: spread over the ten days before `now`, so that the list has every kind of line. */
const returnedAt = (number: number, of: number, now: Instant) => addHours(now, -1 - (240 * number) / of)

const commandsOf = (number: number, of: number, now: Instant, isBack: boolean): ReadonlyArray<Command> => {
  const episodeId = EpisodeId.make(`bench-${number}`)
  const back = returnedAt(number, of, now)
  const missing: Command = {
    _tag: "ReceiveNotification",
    newEpisodeId: episodeId,
    policy: rotherham,
    notification: {
      kind: "missing",
      policeReference: PoliceReference.make(`BENCH-${number}`),
      sentAt: addHours(back, -9),
      child: { reference: childNumber(number) },
      absence: "missing",
      missingFrom: "care",
      risk: "medium",
      missingAt: addHours(back, -10),
      reportedAt: addHours(back, -9)
    }
  }
  return isBack ? [missing, { _tag: "RecordReturned", episodeId, returnedAt: back }] : [missing]
}

const recorded = (commands: ReadonlyArray<Command>, now: Instant): ReadonlyArray<RecordedEvent> => {
  let state = emptyChildState
  return commands.flatMap((command) => {
    const events = Result.getOrThrow(decide(state, command, { now }))
    state = preview(state, events)
    return events.map((event) => ({ recordedAt: now, recordedBy, event }))
  })
}

/** Writes `count` children into the journal at `directory`, all back and owed an interview, or all still missing. */
export const madeUpJournal = (options: {
  readonly directory: string
  readonly count: number
  readonly now: Instant
  readonly areBack: boolean
}) =>
  Effect.gen(function* () {
    const { count, now, areBack } = options
    const journal = yield* Journal
    yield* Effect.forEach(
      Array.from({ length: count }, (_, number) => number),
      (number) =>
        journal.append(
          childNumber(number),
          0,
          recorded(commandsOf(number, count, now, areBack), now).map((event, index) => ({
            id: EventId.make(`bench-${number}-${index}`),
            recorded: event
          }))
        ),
      { concurrency: 8, discard: true }
    )
  }).pipe(Effect.provide(lowdbLayer(options)), Effect.runPromise)
