import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars } from "../../../src/calendar/index.ts"
import {
  clockResults,
  interviewQueue,
  notDoneReasonOf,
  remindersOf,
  warningLevel
} from "../../../src/deadlines/index.ts"
import { ladderOf, nextChangeAt } from "../../../src/escalation/index.ts"
import {
  type ChildState,
  type Command,
  decide,
  EpisodeId,
  emptyChildState,
  evolve,
  interviewStatus,
  isInterviewOwed,
  isOpen,
  remainingTasks,
  reportsAfterDeath,
  stageOf
} from "../../../src/pathway/index.ts"
import { triggersFired, triggersNotKnown } from "../../../src/risk/index.ts"
import { HISTORY_NOW, recordedBy } from "../arbitraries.ts"
import { histories } from "../histories.ts"
import {
  about,
  asItStands,
  assign,
  at,
  child,
  completedAt,
  episodeId,
  found,
  log,
  MUCH_LATER,
  missing,
  notify,
  play,
  playFrom,
  police,
  recordFound,
  returned
} from "../madeUpChild.ts"
import {
  assigned,
  closed,
  completed,
  coordinator,
  died,
  gone,
  home,
  ruledOut,
  secondEpisode,
  stageExamples
} from "../stageExamples.ts"

const takeBack: Command = { _tag: "TakeBackDeath", reason: "wrong-record" }
const confirm: Command = { _tag: "ConfirmDeath", by: coordinator }
const diedFrom = (hours: number): Command => ({ _tag: "RecordDeath", knownFrom: at(hours), by: coordinator })
const ask = (state: ChildState, command: Command, now = MUCH_LATER) => decide(state, command, { now })
const refusalOf = (state: ChildState, command: Command) => Result.getOrThrow(Result.flip(ask(state, command)))._tag

/** As the journal holds it: with the time of recording, from which an alert climbs. */
const recorded = (state: ChildState, command: Command, now = HISTORY_NOW): ChildState =>
  Result.getOrThrow(decide(state, command, { now })).reduce(
    (current, event) => evolve(current, { recordedAt: now, recordedBy, event }),
    state
  )

/** Everything that would ask someone for something about this child, at any time to come. */
const whatIsAsked = (state: ChildState, now = MUCH_LATER) => ({
  climbs: ladderOf(state, now, calendars).length,
  reminders: remindersOf(state, now, calendars).length,
  queue: interviewQueue(new Map([[child.reference, state]]), now, calendars).length,
  levels: state.episodes.filter((episode) => Option.isSome(warningLevel(state, episode, now))).length,
  triggers: triggersFired(state, { now, calendars }).length,
  notKnown: triggersNotKnown(state, { now, calendars }).length,
  byTime: Option.isSome(nextChangeAt(state, now, { calendars })),
  open: state.episodes.filter(isOpen).length,
  owed: state.episodes.filter((episode) => isInterviewOwed(interviewStatus(state, episode))).length,
  left: state.episodes.flatMap((episode) => remainingTasks(state, episode)).length
})

const nothing = {
  climbs: 0,
  reminders: 0,
  queue: 0,
  levels: 0,
  triggers: 0,
  notKnown: 0,
  byTime: false,
  open: 0,
  owed: 0,
  left: 0
}

describe("a child's death", () => {
  it("stops everything that is asked for, while missing and after the return alike", () => {
    for (const state of [gone, home, assigned]) {
      expect(whatIsAsked(state)).not.toEqual(nothing)
      expect(whatIsAsked(playFrom(state, died))).toEqual(nothing)
    }
  })

  it("ends every episode of the child, with what was done on it kept", () => {
    const state = playFrom(assigned, died)
    expect(state.episodes[0]?.closure).toEqual({ _tag: "Died", knownFrom: at(12) })
    expect(state.interviews).toEqual(assigned.interviews)
    const finished = playFrom(completed, died)
    expect(finished.episodes.map((episode) => interviewStatus(finished, episode)._tag)).toEqual(["Completed"])
  })

  it("leaves how an episode was closed before, and lets nobody open it", () => {
    const state = playFrom(closed, died)
    expect(state.episodes[0]?.closure?._tag).toBe("Closed")
    expect(state.episodes.map((episode) => stageOf(state, episode))).toEqual(["died"])
    expect(refusalOf(state, about("ReopenEpisode", { reason: "new-information" }))).toBe("ChildDiedBefore")
  })

  it("said twice changes nothing, and said from another day corrects the day", () => {
    const state = playFrom(gone, died)
    expect(Result.getOrThrow(ask(state, died))).toEqual([])
    const corrected = playFrom(state, diedFrom(11))
    expect(corrected).toEqual({ ...playFrom(gone, diedFrom(11)) })
  })

  it("is not in the future, and is of a child something is recorded of", () => {
    expect(Result.merge(ask(gone, diedFrom(30), at(20)))).toMatchObject({ _tag: "TimeInFuture", field: "knownFrom" })
    expect(refusalOf(emptyChildState, died)).toBe("NothingRecorded")
    expect(refusalOf(gone, confirm)).toBe("DeathNotRecorded")
    expect(refusalOf(gone, takeBack)).toBe("DeathNotRecorded")
  })
})

describe("the clocks of a child who died", () => {
  const resultsOf = (state: ChildState) => {
    const [episode] = state.episodes
    if (episode === undefined) throw new Error("no episode")
    return [
      Option.getOrUndefined(clockResults(state, episode, MUCH_LATER, calendars)),
      notDoneReasonOf(state, episode, calendars)
    ]
  }

  it("are not measurable where they still ran, and the table says why", () => {
    expect(resultsOf(playFrom(home, died))).toEqual([
      { elapsedClock: "notMeasurable", workingDayClock: "notMeasurable" },
      "died"
    ])
  })

  it("stay missed where they had been missed by then", () => {
    expect(resultsOf(playFrom(home, diedFrom(24 * 10)))).toEqual([
      { elapsedClock: "missed", workingDayClock: "missed" },
      undefined
    ])
  })

  it("stay met where the interview was held, and a reason that was given stands", () => {
    expect(resultsOf(playFrom(completed, diedFrom(30)))).toEqual([
      { elapsedClock: "met", workingDayClock: "met" },
      undefined
    ])
    expect(resultsOf(playFrom(assigned, ruledOut, died))[1]).toBe("unable-to-contact")
  })
})

describe("a death that was recorded wrongly", () => {
  it("leaves everything as it was", () => {
    for (const state of Object.values(stageExamples)) {
      if (state.episodes.length === 0 || state.death !== undefined) continue
      expect(asItStands(playFrom(state, died, takeBack))).toEqual(asItStands(state))
    }
  })

  it("alerts people again to a child who is missing, and to nobody else's return", () => {
    const back = recorded(recorded(gone, died), takeBack)
    expect(back.episodes[0]?.alertedAgain).toMatchObject({ number: 2, because: "missing-after-all" })
    expect(ladderOf(back, HISTORY_NOW, calendars)).toHaveLength(1)
    expect(recorded(recorded(home, died), takeBack).episodes[0]?.alertedAgain).toBeUndefined()
  })

  it("acts on what was told meanwhile, as if it had been told then", () => {
    const told: ReadonlyArray<Command> = [
      notify(found(at(8))),
      notify(returned(at(10))),
      notify(missing({ policeReference: police(2), missingAt: at(20) }), secondEpisode)
    ]
    const meanwhile = playFrom(gone, died, ...told)
    expect(meanwhile.episodes[0]?.progress._tag).toBe("Missing")
    expect(asItStands(playFrom(meanwhile, takeBack))).toEqual(asItStands(playFrom(gone, ...told)))
  })
})

describe("a notification after a death", () => {
  const report = notify(missing({ policeReference: police(2), missingAt: at(20) }), secondEpisode)
  const after = playFrom(gone, died, report)

  it("is kept, alerts nobody and opens nothing", () => {
    expect(after.death?.laterNotifications.map(({ notification }) => notification.policeReference)).toEqual([police(2)])
    expect(after.episodes).toEqual(playFrom(gone, died).episodes)
    expect(whatIsAsked(after)).toEqual(nothing)
    expect(playFrom(gone, died, notify(found(at(8)))).death?.laterNotifications).toHaveLength(1)
  })

  it("a later missing report asks for a look until the death is confirmed or taken back", () => {
    expect(reportsAfterDeath(after.death)).toHaveLength(1)
    expect(reportsAfterDeath(playFrom(gone, died, notify(found(at(8)))).death)).toEqual([])
    const confirmed = recorded(after, confirm)
    expect(reportsAfterDeath(confirmed.death)).toEqual([])
    const another = recorded(
      confirmed,
      notify(missing({ policeReference: police(3), missingAt: at(25) }), EpisodeId.make("episode-3"))
    )
    expect(reportsAfterDeath(another.death)).toHaveLength(1)
    expect(reportsAfterDeath(recorded(after, takeBack).death)).toEqual([])
  })

  it("sent again changes nothing, and one that contradicts the last is refused as ever", () => {
    expect(Result.getOrThrow(ask(after, report))).toEqual([])
    expect(Result.getOrThrow(ask(after, notify(missing())))).toEqual([])
    const otherwise = notify(missing({ policeReference: police(2), missingAt: at(21) }), secondEpisode)
    expect(refusalOf(after, otherwise)).toBe("NotificationConflicts")
  })

  it("that is confirmed twice leaves one line", () => {
    expect(Result.getOrThrow(ask(recorded(after, confirm), confirm))).toEqual([])
  })
})

describe("in any history", () => {
  it("nothing is asked for after a death, whenever it is recorded and whatever is tried", () => {
    fc.assert(
      fc.property(histories, fc.nat(), ({ turns, state }, place) => {
        const before = turns.length === 0 ? state : (turns[place % turns.length]?.after ?? state)
        fc.pre(before.episodes.length > 0 && before.death === undefined)
        let now = recorded(before, died)
        expect(whatIsAsked(now)).toEqual(nothing)
        for (const { command } of turns) {
          if (command._tag === "TakeBackDeath") continue
          const decision = decide(now, command, { now: HISTORY_NOW })
          for (const event of Result.getOrElse(decision, () => [])) {
            now = evolve(now, { recordedAt: HISTORY_NOW, recordedBy, event })
          }
          expect(whatIsAsked(now)).toEqual(nothing)
        }
      }),
      { numRuns: 150 }
    )
  })

  it("a death taken back at once leaves the record as it was", () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        fc.pre(state.episodes.length > 0 && state.death === undefined)
        expect(asItStands(playFrom(state, died, takeBack))).toEqual(asItStands(state))
      }),
      { numRuns: 300 }
    )
  })
})

it("an interview is not logged nor a finding recorded on a child who died", () => {
  const state = playFrom(assigned, died)
  expect(refusalOf(state, recordFound(at(8), episodeId))).toBe("ChildDiedBefore")
  expect(refusalOf(state, log({ offeredAt: at(11), completed: completedAt(at(20)) }))).toBe("ChildDiedBefore")
  expect(refusalOf(state, assign())).toBe("ChildDiedBefore")
  expect(refusalOf(play(notify(missing()), died), { _tag: "TurnEighteen", birthday: at(5) })).toBe("ChildDiedBefore")
})
