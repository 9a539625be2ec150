/** What a worker who was left out can see of a case, beside the same case of which nothing came out. */
import {
  assigned,
  at,
  child,
  completed,
  entriesOf,
  episodeId,
  interviewer,
  missing,
  offered,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { addHours, calendars, civilDay, type Instant } from "@safe-return/domain/calendar"
import { actingFor } from "@safe-return/domain/escalation"
import { type Consideration, emptyChildState, evolve, PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Message } from "../../src/message/Message.ts"
import type { OwedMessage } from "../../src/owed/OwedMessage.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"

const [manager, coordinator, head, duty] = ["U0MANAGER", "U0COORDINATOR", "U0HEAD", "U0DUTY"].map((id) =>
  PersonId.make(id)
) as [PersonId, PersonId, PersonId, PersonId]
const other = PersonId.make("U0OTHER")
const everybody = [worker, other, interviewer, manager, coordinator, head, duty]
const plain = makePlainTextRenderer((person) => person)

/** The worker and any colleague may be away, with any of them as the cover. */
const rosters: fc.Arbitrary<Roster> = fc
  .record({
    away: fc.subarray([worker, other, interviewer, coordinator]),
    covers: fc.array(fc.constantFrom(...everybody), { minLength: everybody.length, maxLength: everybody.length })
  })
  .map(({ away, covers }) => ({
    holders: {
      "missing-coordinator": [coordinator],
      "team-manager": [manager],
      "head-of-service": [head],
      "out-of-hours-duty": [duty]
    },
    beside: { mash: [], worker: [worker, other], interviewer: [interviewer] },
    acting: (person) =>
      actingFor(person, at(0), (one) => {
        const cover = covers[everybody.indexOf(one)] ?? manager
        return {
          away: away.includes(one)
            ? [{ from: civilDay(2026, 11, 1), to: civilDay(2026, 12, 31), for: "leave", cover }]
            : []
        }
      }),
    canBeTold: () => true,
    addresses: emptyRoster.addresses
  }))

interface Step {
  readonly told: Told
  /** Of what nobody may see who was left out. */
  readonly isSecret?: true
}

const by = (person: PersonId, hours: number, command: Told["command"]): Told => ({
  by: person,
  now: at(hours),
  command
})

const HELD = 28

const held = (keptFrom: ReadonlyArray<PersonId>, broughtOut: "harm" | "nothing"): Told => {
  const { command, ...rest } = completed(HELD)
  if (command._tag !== "LogInterview" || command.completed === undefined) throw new Error("not a log")
  const { completed: whole } = command
  const heard = { ...whole, harmDisclosed: broughtOut === "harm" ? "yes" : "no", exploitation: [] } as const
  return { ...rest, command: { ...command, completed: heard, keptFrom } }
}

const answer = (
  person: PersonId,
  hours: number,
  consideration: Consideration,
  answeredBy: "worker" | "apart" = "worker"
): Told =>
  by(person, hours, {
    _tag: "AnswerConsideration",
    episodeId,
    consideration,
    answer: "no",
    reason: "Talked it over",
    answeredBy
  })

const questions: ReadonlyArray<Consideration> = [
  "significant-harm",
  "update-assessment",
  "update-care-plan",
  "update-find-me-plan",
  "involve-interview-staff",
  "exploitation"
]

const reference = "CS-1" as never

const stepsAt = (hours: number): ReadonlyArray<Step> => [
  ...questions.map((question) => ({ told: answer(worker, hours, question) })),
  ...questions.map((question): Step => ({ told: answer(manager, hours, question, "apart"), isSecret: true })),
  { told: by(interviewer, hours, { _tag: "RecordInterview", episodeId, record: {} }) },
  { told: by(interviewer, hours, { _tag: "RecordInterviewReference", episodeId, reference }) },
  {
    told: by(manager, hours, {
      _tag: "CorrectInterview",
      episodeId,
      reason: "mistyped",
      venue: "home",
      isInterviewer: true
    })
  },
  { told: by(manager, hours, { _tag: "RecordCaseReference", episodeId, reference }) },
  {
    told: by(manager, hours, { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker } })
  },
  {
    told: by(manager, hours, { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker: other } })
  },
  { told: by(manager, hours, { _tag: "CorrectEpisode", episodeId, reason: "mistyped", withdrawn: "returned" }) },
  { told: returned(hours) }
]

const before = (hours: number): ReadonlyArray<Step> =>
  questions.map((question) => ({ told: answer(worker, hours, question) }))

const someOf = (steps: (hours: number) => ReadonlyArray<Step>, min: number, max: number, most: number) =>
  fc.array(
    fc.integer({ min, max }).chain((hours) => fc.constantFrom(...steps(hours))),
    { maxLength: most }
  )

const histories = fc
  .tuple(someOf(before, 5, HELD - 1, 3), someOf(stepsAt, HELD + 1, 200, 7))
  .map(([earlier, later]) => [...earlier, ...later].toSorted((one, two) => one.told.now - two.told.now))

const begun = [missing(0), returned(4), assigned(5), offered(6, "accepted")]

/** The same case twice: one with harm, of which the worker was left out, and one of which nothing came out. */
const bothOf = (steps: ReadonlyArray<Step>) => {
  const upTo = steps.filter(({ told }) => told.now < at(HELD))
  const after = steps.filter(({ told }) => told.now > at(HELD))
  const told = (middle: Told, rest: ReadonlyArray<Step>) =>
    tell([...begun, ...upTo.map((one) => one.told), middle, ...rest.map((one) => one.told)]).recorded
  return {
    secret: told(held([worker], "harm"), after),
    plainly: told(
      held([], "nothing"),
      after.filter(({ isSecret }) => isSecret !== true)
    )
  }
}

/** Their own conversation, and the channel that they read. */
const isRead = ({ place }: Pick<OwedMessage, "place">): boolean =>
  place._tag === "Person" ? place.person === worker : true

interface Sent {
  readonly at: Instant
  readonly place: OwedMessage["place"]
  readonly message: Message
}

/** What the worker has before them at each of these moments: their messages and the channel's. */
const seenIn = (
  recorded: ReturnType<typeof bothOf>["secret"],
  moments: ReadonlyArray<Instant>,
  there: Roster,
  allocatedWorker: PersonId
): ReadonlyArray<ReadonlyArray<string>> => {
  const entries = entriesOf(recorded)
  const delivered = new Map<DeliveryKey, Delivery>()
  const shown = new Map<DeliveryKey, Sent>()
  return moments.map((now) => {
    const past = entries.filter((entry) => entry.recorded.recordedAt <= now)
    const state = past.reduce((so, { recorded: one }) => evolve(so, one), emptyChildState)
    for (let again = 0; again < 3; again += 1) {
      const snapshot = {
        child,
        state,
        entries: past,
        delivered: new Map(delivered),
        there,
        calendars,
        allocatedWorker,
        announceFrom: at(-1000),
        now
      }
      for (const { key, place, message, keptCurrent, supersedes } of owedMessages(snapshot)) {
        const sent = delivered.get(key)
        if (sent?._tag === "Superseded") continue
        const isSent = sent?._tag === "Sent"
        if (isSent && !keptCurrent && shown.get(key)?.message._tag !== "RequestOver") continue
        const sentAt = isSent ? sent.sentAt : now
        shown.set(key, { at: sentAt, place, message: message() })
        delivered.set(key, { _tag: "Sent", key, channel: "D1", ts: "1.0", fingerprint: "", sentAt })
        for (const one of supersedes) {
          if (!delivered.has(one)) delivered.set(one, { _tag: "Superseded", key: one, by: key, at: now })
        }
      }
    }
    return [...shown.values()]
      .filter(isRead)
      .map(({ at: sentAt, place, message }) =>
        JSON.stringify([
          sentAt,
          place,
          message._tag,
          plain.render(message),
          [...(message.readerMay ?? [])].toSorted(),
          message.coversFor,
          message.leftToDo
        ])
      )
      .toSorted()
  })
}

describe("a worker who was left out of an interview that brought out harm", () => {
  it("sees what they would see if nothing had come out, at every moment", () => {
    let asked = 0
    fc.assert(
      fc.property(histories, rosters, fc.constantFrom(worker, worker, other), (steps, there, allocated) => {
        const { secret, plainly } = bothOf(steps)
        const times = new Set([...secret, ...plainly].map(({ recordedAt }) => recordedAt))
        const last = Math.max(...times) as Instant
        const moments = [...times, ...[1, 20, 50, 90].map((hours) => addHours(last, hours))].toSorted((a, b) => a - b)
        const seen = seenIn(secret, moments, there, allocated)
        const instead = seenIn(plainly, moments, there, allocated)
        const differs = seen.findIndex((one, moment) => one.join() !== instead[moment]?.join())
        expect(seen[differs]).toEqual(instead[differs])
        if (seen.flat().some((one) => one.includes("ConsiderationsRequest"))) asked += 1
      }),
      { numRuns: 15 }
    )
    expect(asked).toBeGreaterThan(0)
  })
})
