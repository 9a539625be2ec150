/** Whether an interview still counts whose child was missing after all: who is asked, and how often. */

import {
  assigned,
  at,
  child,
  completed,
  entriesOf,
  episodeId,
  interviewer,
  missing,
  notified,
  offered,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import type { Delivery } from "@safe-return/journal"
import { expect, it } from "vitest"
import { cancellationsAsked } from "../../src/delivery/decisionsAsked.ts"
import { owedMessages } from "../../src/delivery/owed.ts"
import { emptyRoster } from "../../src/delivery/Roster.ts"
import { wordsOf } from "../messages/caseSnapshot.ts"
import { shown } from "../messages/rendered.ts"

const coordinator = PersonId.make("U0COORDINATOR")

/** The police report the same disappearance once more, though the child was back. */
const sentAgain = (hours: number): Told =>
  notified(at(hours), {
    kind: "missing",
    absence: "missing",
    missingFrom: "care",
    risk: "high",
    missingAt: at(0),
    reportedAt: at(0.5)
  })

const owed = (told: ReadonlyArray<Told>, sent: ReadonlyArray<string> = []) => {
  const { state, recorded } = tell(told)
  const delivered = sent.map((key): [string, Delivery] => [
    key,
    { _tag: "Sent", key, channel: "D1", ts: "1.0", fingerprint: "", sentAt: at(0) }
  ])
  const entries = entriesOf(recorded)
  const all = owedMessages({
    child,
    state,
    entries,
    delivered: new Map(delivered),
    there: { ...emptyRoster, holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator] } },
    calendars,
    announceFrom: at(-100),
    now: at(60)
  })
  const last = entries.findLast(({ recorded: { event } }) => event._tag === "MissingAfterAll")?.version
  return { last, all: all.filter(({ key }) => /^interview-(in-question|off):/.test(key)) }
}

const story = [missing(), returned(6), assigned(7), completed(8), sentAgain(9)]

it("a co-ordinator is asked once what becomes of the interview, and the one who held it is told", () => {
  const { all, last } = owed(story)
  expect(all.map(({ key }) => key)).toEqual([
    `interview-in-question:${last}:${episodeId}:${coordinator}`,
    `interview-off:${last}:${episodeId}:${interviewer}`
  ])
})

it("where a child is missing after all once more, only the latest is asked about, and the earlier is settled", () => {
  const again = [...story, returned(20), sentAgain(22)]
  const first = owed(story).all.find(({ key }) => key.startsWith("interview-in-question:"))
  const { all, last } = owed(again, [String(first?.key)])
  const asked = all.filter(({ key }) => key.startsWith("interview-in-question:"))
  expect(asked.map(({ key }) => key)).toEqual([first?.key, `interview-in-question:${last}:${episodeId}:${coordinator}`])
  expect(wordsOf(shown(asked[0]))).not.toContain('"action_id"')
  expect(wordsOf(shown(asked[1]))).toContain('"action_id"')
})

it("an interviewer who held it without having been given it is told as well", () => {
  const { all } = owed([missing(), returned(6), offered(7), completed(8), sentAgain(9)])
  expect(all.filter(({ key }) => key.endsWith(interviewer)).map(({ key }) => key.split(":")[0])).toEqual([
    "interview-off"
  ])
})

const cancelledByPolice = notified(at(8), { kind: "cancelled", reason: "Reported twice." })

const cancellation = (told: ReadonlyArray<Told>, sent: ReadonlyArray<string> = [], announceFrom = at(-100)) => {
  const { state, recorded } = tell(told)
  const delivered = sent.map((key): [string, Delivery] => [
    key,
    { _tag: "Sent", key, channel: "D1", ts: "1.0", fingerprint: "", sentAt: at(0) }
  ])
  return cancellationsAsked({
    child,
    state,
    entries: entriesOf(recorded),
    delivered: new Map(delivered),
    there: { ...emptyRoster, holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator] } },
    calendars,
    announceFrom,
    now: at(60)
  })
}

it("a co-ordinator is asked about the cancellation of a child who is back until it is decided", () => {
  const questioned = [missing(), returned(6), cancelledByPolice]
  const [asked, ...more] = cancellation(questioned)
  expect(more).toEqual([])
  expect(asked).toMatchObject({
    place: { _tag: "Person", person: coordinator },
    urgency: "required",
    keptCurrent: true
  })
  expect(wordsOf(shown(asked))).toContain('"action_id"')
  const kept: Told = { by: interviewer, now: at(9), command: { _tag: "DeclineCancellation", episodeId } }
  expect(cancellation([...questioned, kept])).toEqual([])
  const [settled] = cancellation([...questioned, kept], [String(asked?.key)])
  expect(wordsOf(shown(settled))).not.toContain('"action_id"')
  expect(wordsOf(shown(settled))).toContain(interviewer)
})

it("a co-ordinator is not asked about a cancellation from before the bot began to announce", () => {
  const questioned = [missing(), returned(6), cancelledByPolice]
  expect(cancellation(questioned, [], at(8))).toHaveLength(1)
  expect(cancellation(questioned, [], at(8.1))).toEqual([])
})
