/** Everything that a message offers, against the table of doors: no reader's role is refused there. */
import { type Role, roleWords } from "@safe-return/casework"
import { at, cases, child, entriesOf, interviewer, manager, worker } from "@safe-return/casework/testing"
import { calendars, civilDay } from "@safe-return/domain/calendar"
import { allocatedWorkers, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { emptyRoster, type Message, type Roster } from "@safe-return/outreach"
import {
  dutyLists,
  handOverLists,
  morningMessages,
  namedOn,
  type OwedMessage,
  overdueList,
  owedMessages,
  toldOfMorning,
  wordsOf
} from "@safe-return/outreach/testing"
import fc from "fast-check"
import { expect, it } from "vitest"
import { buttonsIn } from "../../src/blocks/withoutButtons.ts"
import { rendered } from "../messages/rendered.ts"
import { type Cell, columns, everyDoor } from "./everyDoor.ts"

type Holder = (typeof roles)[number]
/** Those of the pathway: nobody else is told anything of it. */
const roles = [
  "mash",
  "missing-coordinator",
  "team-manager",
  "head-of-service",
  "out-of-hours-duty",
  "interviewer",
  "worker"
] as const satisfies ReadonlyArray<Role>

/** One person for each role, some of which nobody holds. */
const holders: Readonly<Record<Holder, PersonId>> = {
  mash: PersonId.make("U0MASH"),
  "missing-coordinator": PersonId.make("U0COORDINATOR"),
  "team-manager": manager,
  "head-of-service": PersonId.make("U0HEAD"),
  "out-of-hours-duty": PersonId.make("U0DUTY"),
  interviewer,
  worker
}

/** How the readers stand to the child: in a channel, everybody who sees cases. */
interface Readers {
  readonly roles: ReadonlyArray<Role>
  readonly isChannel: boolean
  readonly isWorker: boolean
  readonly isInterviewer: boolean
  readonly isUnallocated: boolean
}

const isOpen = (cell: Cell, { isWorker, isInterviewer, isUnallocated }: Readers): boolean =>
  cell === "yes" ||
  (cell === "own" && (isWorker || isInterviewer)) ||
  (cell === "given" && isInterviewer) ||
  (cell === "open" && isUnallocated)

/** A button that is no door of its own moves about a page. */
const mayGoBy = (door: string, readers: Readers): boolean => {
  const row = everyDoor.find((one) => one.door === door || one.door.startsWith(`${door} `))
  if (row === undefined) return !door.startsWith("/")
  const cells = readers.roles.map((role) => row.cells[columns.indexOf(role)] ?? "no")
  return readers.isChannel ? cells.every((cell) => cell === "yes") : cells.some((cell) => isOpen(cell, readers))
}

/** A command in a sentence that names the roles or the person it is for asks nobody else. */
const commandsAskedOf = (message: Message): ReadonlyArray<string> =>
  JSON.stringify(wordsOf(rendered(message)))
    .split(/(?<=[.!?]) |\\n/)
    .filter((sentence) => !/<@/.test(sentence) && !Object.values(roleWords).some((word) => sentence.includes(word)))
    .flatMap((sentence) =>
      [...sentence.matchAll(/`(\/(?:missing|rhi|findme)(?: [a-z]+)?)/g)].map(([, door = ""]) => door)
    )

/** The buttons and commands that would refuse a reader of this message. */
const refusedIn = (message: Message, readers: Readers): ReadonlyArray<string> =>
  [
    ...buttonsIn(rendered(message).blocks).map(({ action_id: action = "" }) => `button ${action}`),
    ...commandsAskedOf(message)
  ].filter((door) => !mayGoBy(door, readers))

const scenes = fc.record({
  told: cases,
  manned: fc.subarray([...roles]),
  /** Whose cover the interviewer, the manager and the co-ordinator have, where they are away. */
  cover: fc.option(fc.constantFrom(...Object.values(holders)), { nil: undefined }),
  away: fc.subarray([interviewer, manager, worker, holders["missing-coordinator"]]),
  isAllocated: fc.boolean(),
  hours: fc.integer({ min: 0, max: 500 })
})

type Scene = typeof scenes extends fc.Arbitrary<infer Of> ? Of : never

const away = { from: civilDay(2026, 11, 1), to: civilDay(2026, 12, 31), for: "leave" } as const

const rosterOf = ({ manned, away: gone, cover }: Scene): Roster => {
  const of = (role: Holder) => (manned.includes(role) ? [holders[role]] : [])
  return {
    ...emptyRoster,
    holders: {
      "missing-coordinator": of("missing-coordinator"),
      "team-manager": of("team-manager"),
      "head-of-service": of("head-of-service"),
      "out-of-hours-duty": of("out-of-hours-duty")
    },
    beside: { mash: of("mash"), worker: [worker], interviewer: [interviewer] },
    acting: (person) => {
      if (!gone.includes(person)) return { _tag: "Themselves" }
      return cover === undefined || gone.includes(cover)
        ? { _tag: "Nobody", away }
        : { _tag: "Cover", person: cover, away }
    }
  }
}

const owedIn = (scene: Scene): ReadonlyArray<OwedMessage> => {
  const { told, isAllocated, hours, away: gone, cover } = scene
  const { state, recorded } = told
  const [there, now] = [rosterOf(scene), at(hours)]
  const common = { there, calendars, delivered: new Map(), announceFrom: at(-100), now }
  const states = new Map([[child, state]])
  const availability = new Map(
    gone.map((person) => [person, { away: [{ ...away, ...(cover === undefined ? {} : { cover }) }] }] as const)
  )
  const ofChild = owedMessages({
    ...common,
    child,
    state,
    entries: entriesOf(recorded),
    ...(isAllocated ? { allocatedWorker: worker } : {})
  })
  const decisions = ofChild.flatMap(({ place, message }) => {
    const asks = message()
    return place._tag === "Person" && asks._tag === "DecisionWaiting" ? [{ ...asks, person: place.person }] : []
  })
  const allocatedWorkerOf = () => (isAllocated ? worker : undefined)
  const ofMorning = toldOfMorning({ at: now, calendars, known: states, digest: undefined, allocatedWorkerOf })
  return [
    ...ofChild,
    ...overdueList({ ...common, states, at: now, named: namedOn(states, now, common) }),
    ...morningMessages({ ...common, states, told: ofMorning, summaryUntil: undefined, decisions }),
    ...dutyLists({ ...common, states, policy: rotherham }),
    ...handOverLists({ ...common, states, availability, isOfficeOpen: true })
  ]
}

const readersOf = (scene: Scene, { place }: OwedMessage): Readers | undefined => {
  const { told, isAllocated, away: gone, cover } = scene
  const channel = { isWorker: false, isInterviewer: false, isUnallocated: false }
  if (place._tag === "MissingChannel") return { ...channel, roles, isChannel: true }
  if (place._tag !== "Person") return undefined
  const { person } = place
  const { episodes, interviews } = told.state
  const latest = episodes.toSorted((a, b) => a.missingAt - b.missingAt).at(-1)
  const workers = [...(isAllocated ? [worker] : []), ...(latest === undefined ? [] : allocatedWorkers(latest))]
  const isCover = (one: PersonId) => gone.includes(one) && cover === person && !gone.includes(person)
  return {
    roles: roles.filter((role) => holders[role] === person),
    isChannel: false,
    isWorker: workers.some((one) => one === person || isCover(one)),
    isInterviewer: interviews.some((one) => one.interviewer === person),
    isUnallocated: workers.length === 0
  }
}

it("a message offers nothing that would refuse a reader of it, no matter who is away", () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(scenes, (scene) => {
      for (const owed of owedIn(scene)) {
        const readers = readersOf(scene, owed)
        if (readers === undefined) continue
        const message = owed.message()
        const who = readers.isChannel ? "channel" : readers.roles.join()
        for (const { action_id: action = "" } of buttonsIn(rendered(message).blocks)) seen.add(`${who} ${action}`)
        expect([message._tag, who, refusedIn(message, readers)]).toEqual([message._tag, who, []])
      }
    }),
    { numRuns: 150 }
  )
  // The test looks at something: each of these is offered to those who may.
  expect([...seen]).toEqual(
    expect.arrayContaining([
      "worker considerations",
      "missing-coordinator assign-interview",
      "missing-coordinator decide-posted",
      "interviewer log-interview",
      "channel acknowledge",
      "channel found",
      "channel more"
    ])
  )
})
