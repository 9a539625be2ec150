import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { calendars, type Instant } from "../../src/calendar/index.ts"
import { evolveAt } from "../../src/pathway/evolve.ts"
import {
  AuthorityName,
  type ChildState,
  type Command,
  decide,
  EpisodeId,
  emptyChildState,
  PersonId
} from "../../src/pathway/index.ts"
import { type Firing, triggersFired, triggersUnmade } from "../../src/risk/index.ts"
import { about, at, episodeId, missing, notify, police, recordReturned } from "../pathway/madeUpChild.ts"
import { secondEpisode } from "../pathway/stageExamples.ts"

type Said = readonly [hour: number, command: Command]

const tell = (state: ChildState, ...all: ReadonlyArray<Said>): ChildState =>
  all.reduce((before, [hour, command]) => {
    const events = Result.getOrThrow(decide(before, command, { now: at(hour) }))
    return evolveAt(before, events, at(hour))
  }, state)

const firedBy = (state: ChildState, now: Instant): ReadonlyArray<Firing> => triggersFired(state, { calendars, now })
const offersLate = (state: ChildState, hour: number) =>
  firedBy(state, at(hour)).filter(({ rule }) => rule === "offer-late")

const manager = PersonId.make("team-manager")
const WEEKS_LATER = 1_000

describe("a late offer that must be acted on", () => {
  const returned = tell(emptyChildState, [2, notify(missing())], [20, recordReturned(at(20))])
  const late = returned

  it("fires once the time for it has passed", () => {
    expect(offersLate(late, 300).map(({ level, standing }) => [level, standing._tag])).toEqual([["must", "Open"]])
  })

  it.each<readonly [string, Command]>([
    ["unable to contact", about("RecordNotDone", { episodeId, reason: "unable-to-contact", decidedBy: manager })],
    [
      "the episode is transferred",
      about("TransferEpisode", { episodeId, to: AuthorityName.make("Sheffield"), transferredAt: at(900) })
    ],
    ["the child turned 18", about("RecordNotDone", { episodeId, reason: "aged-18", decidedBy: manager })]
  ] as ReadonlyArray<readonly [string, Command]>)("stands after weeks later it is recorded: %s", (_, command) => {
    const state = tell(late, [WEEKS_LATER, command])
    expect(offersLate(state, WEEKS_LATER + 1).map(({ standing }) => standing._tag)).toEqual(["Open"])
    const [firing] = offersLate(state, WEEKS_LATER + 1)
    const decided = tell(state, [
      WEEKS_LATER + 2,
      about("DecideOnTrigger", {
        episodeId,
        trigger: firing?.key ?? "",
        answer: "yes",
        reason: "Arranged",
        level: "must",
        isManagerApart: true
      })
    ])
    expect(offersLate(decided, WEEKS_LATER + 3).map(({ standing }) => standing._tag)).toEqual(["Decided"])
  })

  it("stands no longer once the return is told for later, which is said", () => {
    const state = tell(late, [
      300,
      about("CorrectEpisode", { episodeId, reason: "mistyped", returnedAt: at(299) } as never)
    ])
    expect(offersLate(state, 301)).toEqual([])
    const unmade = triggersUnmade(state, { calendars, now: at(301) }).filter(({ rule }) => rule === "offer-late")
    expect(unmade.map(({ standing }) => standing)).toEqual([{ _tag: "EvidenceCorrected", because: "corrected" }])
  })
})

describe("a decision on a trigger", () => {
  const third = EpisodeId.make("episode-3")
  const missingAgain = (number: number, hour: number, id: EpisodeId): Said => [
    hour + 1,
    notify(
      missing({ policeReference: police(number), missingAt: at(hour), reportedAt: at(hour), sentAt: at(hour) }),
      id
    )
  ]
  const three = tell(
    emptyChildState,
    [1, notify(missing())],
    [10, recordReturned(at(10))],
    missingAgain(2, 100, secondEpisode),
    [110, recordReturned(at(110), secondEpisode)],
    missingAgain(3, 105, third)
  )
  const repeats = (state: ChildState) => firedBy(state, at(400)).filter(({ rule }) => rule === "repeat-episodes")

  it("is found again after a merge of its evidence and after their separation", () => {
    const before = repeats(three)
    expect(before).toHaveLength(1)
    const key = before[0]?.key ?? ""
    const decided = tell(three, [
      200,
      about("DecideOnTrigger", {
        episodeId: third,
        trigger: key,
        answer: "yes",
        reason: "Met",
        level: "consider",
        isManagerApart: true
      })
    ])
    expect(repeats(decided).map(({ standing }) => standing._tag)).toEqual(["Decided"])
    const merged = tell(decided, [201, about("MergeDuplicate", { episodeId: secondEpisode, duplicateId: third })])
    const afterMerge = [...repeats(merged), ...triggersUnmade(merged, { calendars, now: at(400) })].filter(
      (firing) => firing.key === key || firing.formerKeys?.includes(key)
    )
    expect(afterMerge.map(({ standing }) => "decision" in standing)).toEqual([true])
    const apart = tell(merged, [202, about("SeparateDuplicate", { episodeId: third, reason: "wrong-record" })])
    expect(repeats(apart).map((firing) => [firing.key, firing.standing._tag])).toContainEqual([key, "Decided"])
  })
})
