import { Option, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars } from "../../../src/calendar/index.ts"
import {
  clockResults,
  interviewQueue,
  kindOf,
  remindersOf,
  runningClocksOf,
  warningLevel
} from "../../../src/deadlines/index.ts"
import {
  type ChildState,
  type Command,
  decide,
  type Episode,
  episodeById,
  interviewStatus,
  isReturnInQuestion,
  laterDisappearance,
  missingAgainUnder,
  openStages,
  remainingTasks,
  stageOf,
  stayOf,
  Whereabouts
} from "../../../src/pathway/index.ts"
import {
  about,
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
  recordReturned,
  returned
} from "../madeUpChild.ts"
import {
  answers,
  declinedAt,
  gone,
  heldAt,
  home,
  inHospital,
  paperwork,
  reference,
  ruledOut,
  secondEpisode,
  secondInterview,
  stageExamples,
  whereaboutsKnown
} from "../stageExamples.ts"

const only = ({ episodes }: ChildState): Episode => {
  const [episode] = episodes
  if (episode === undefined) throw new Error("no episode")
  return episode
}

const levelOf = (state: ChildState, episode = only(state)) =>
  Option.getOrUndefined(warningLevel(state, episode, MUCH_LATER))

const kindsOf = (state: ChildState) => remindersOf(state, at(48), calendars).map(({ stage }) => kindOf(stage))

const refusalOf = (state: ChildState, command: Command) =>
  Result.getOrThrow(Result.flip(decide(state, command, { now: MUCH_LATER })))._tag

const whereaboutsFrom = (hours: number, whereabouts: Whereabouts) =>
  about("RecordWhereabouts", { whereabouts, since: at(hours) })

const results = (state: ChildState) => Option.getOrUndefined(clockResults(state, only(state), MUCH_LATER, calendars))

/** Missing again at 12 before coming back from the first disappearance, found at 8. */
const again = playFrom(
  whereaboutsKnown,
  notify(missing({ policeReference: police(2), missingAt: at(12), reportedAt: at(13) }), secondEpisode)
)
const missingAgain = playFrom(again, whereaboutsFrom(12, "missing-again"))

describe("a child who is found and missing again", () => {
  it("is asked about until a person says they were not back, and heard by nobody meanwhile", () => {
    expect(isReturnInQuestion(again, only(again))).toBe(true)
    expect(isReturnInQuestion(missingAgain, only(missingAgain))).toBe(false)
    for (const state of [again, missingAgain]) {
      expect(missingAgainUnder(state, only(state))?.id).toBe(secondEpisode)
      expect(kindsOf(state)).not.toContain("no-interviewer")
      expect(kindsOf(state)).not.toContain("no-return-time")
    }
    const back = playFrom(missingAgain, recordReturned(at(20), secondEpisode))
    expect(missingAgainUnder(back, only(back))).toBeUndefined()
    expect(laterDisappearance(back, only(back))?.id).toBe(secondEpisode)
  })

  it("has no clock that runs, while one who is only found has a provisional one", () => {
    const isRunning = (state: ChildState) => Option.isSome(runningClocksOf(state, only(state), calendars))
    expect([gone, whereaboutsKnown, inHospital, missingAgain].map(isRunning)).toEqual([false, true, false, false])
  })
})

describe("a child who is found and not back", () => {
  it("can be said to be somewhere with the finding, or later, or somewhere else from a time on", () => {
    const together = play(notify(missing()), { ...recordFound(at(8)), whereabouts: "hospital" })
    expect(together).toEqual(playFrom(gone, recordFound(at(8)), whereaboutsFrom(8, "hospital")))
    const moved = playFrom(together, whereaboutsFrom(20, "custody"))
    expect(stayOf(moved, only(moved))).toEqual({ whereabouts: "custody", since: at(20) })
    const toldLate = playFrom(moved, whereaboutsFrom(15, "another-placement"))
    expect(only(toldLate).stays?.map(({ whereabouts }) => whereabouts)).toEqual([
      "hospital",
      "another-placement",
      "custody"
    ])
    const corrected = playFrom(moved, whereaboutsFrom(20, "elsewhere-agreed"))
    expect(only(corrected).stays).toHaveLength(2)
  })

  it("changes nothing when it is said twice", () => {
    expect(Result.getOrThrow(decide(inHospital, whereaboutsFrom(8, "hospital"), { now: MUCH_LATER }))).toEqual([])
  })

  it("was not there after all: the stay is taken back, unless an interview rests on it", () => {
    const without = about("WithdrawEntry", { entry: { _tag: "Whereabouts", since: at(8) }, reason: "wrong-record" })
    expect(playFrom(inHospital, without)).toEqual(whereaboutsKnown)
    expect(refusalOf(playFrom(inHospital, assign(), heldAt(20)), without)).toBe("ReturnNotRecorded")
  })

  it("is nowhere that is known once it turns out they were not found", () => {
    const lost = playFrom(inHospital, about("CorrectEpisode", { reason: "told-wrongly", withdrawn: "found" }))
    expect(only(lost).stays).toBeUndefined()
    expect(only(lost).progress._tag).toBe("Missing")
  })

  it("was there after they were found and before they were back, and is found first", () => {
    expect(refusalOf(gone, whereaboutsFrom(8, "hospital"))).toBe("FoundNotRecorded")
    expect(refusalOf(home, whereaboutsFrom(11, "hospital"))).toBe("WhereaboutsOutOfOrder")
    const onlyBack = play(notify(missing()), recordReturned(at(10)))
    expect(refusalOf(onlyBack, whereaboutsFrom(8, "hospital"))).toBe("FoundNotRecorded")
    expect(Result.isSuccess(decide(home, whereaboutsFrom(9, "hospital"), { now: MUCH_LATER }))).toBe(true)
  })

  it("stays in the queue and is not overdue, and nobody asks for the return any more", () => {
    expect(levelOf(whereaboutsKnown)).toBe("overdue")
    expect(kindsOf(whereaboutsKnown)).toContain("no-return-time")
    expect(levelOf(inHospital)).toBe("not-back")
    expect(interviewQueue(new Map([[child.reference, inHospital]]), MUCH_LATER, calendars)).toHaveLength(1)
    expect(kindsOf(inHospital)).not.toContain("no-return-time")
    expect(kindsOf(inHospital)).not.toContain("breach")
    expect(kindsOf(inHospital)).toContain("no-interviewer")
    expect(kindsOf(playFrom(inHospital, assign()))).toContain("not-offered")
  })

  it("can be heard where they are, from when they were found, and no clock is kept by it", () => {
    const asked = playFrom(inHospital, assign())
    expect(refusalOf(asked, log({ offeredAt: at(8), completed: completedAt(at(7)) }))).toBe("CompletedBeforeReturn")
    const heard = playFrom(asked, heldAt(20))
    expect(stageOf(heard, only(heard))).toBe("found-completed")
    expect(results(heard)).toEqual({ elapsedClock: "notMeasurable", workingDayClock: "notMeasurable" })
    // Back since, the interview was before the clocks began.
    expect(results(playFrom(heard, recordReturned(at(40))))).toEqual({
      elapsedClock: "notMeasurable",
      workingDayClock: "notMeasurable"
    })
  })

  it("can be heard without someone having been assigned", () => {
    expect(only(playFrom(inHospital, heldAt(20))).id).toBe(episodeId)
    expect(refusalOf(whereaboutsKnown, heldAt(20))).toBe("ReturnNotRecorded")
  })

  it("can have the episode closed once the interview is settled, and come back after that", () => {
    const heard = playFrom(inHospital, assign(), heldAt(20), ...paperwork, ...answers)
    const done = playFrom(heard, about("RecordInterviewReference", { reference }))
    expect(remainingTasks(done, only(done))).toEqual([])
    const closed = playFrom(done, about("CloseEpisode", {}))
    expect(refusalOf(closed, recordReturned(at(40)))).toBe("EpisodeClosedBefore")
    const back = playFrom(closed, about("ReopenEpisode", { reason: "new-information" }), {
      ...recordReturned(at(40)),
      returnedTo: "another-placement"
    })
    expect(only(back)).toMatchObject({
      progress: { _tag: "Returned", returnedAt: at(40), foundAt: at(8) },
      returnedTo: "another-placement"
    })
  })

  it("whose interview is still owed keeps the episode open", () => {
    const left = remainingTasks(inHospital, only(inHospital))
    expect(left).not.toContain("return")
    expect(left).toContain("interview")
    expect(remainingTasks(whereaboutsKnown, only(whereaboutsKnown))).toContain("return")
  })

  it("starts both clocks by coming back, when nothing was held before", () => {
    const back = playFrom(inHospital, assign(), recordReturned(at(40)))
    expect(results(playFrom(back, log({ offeredAt: at(41), completed: completedAt(at(50)) })))).toEqual({
      elapsedClock: "met",
      workingDayClock: "met"
    })
  })
})

describe("a child who goes missing again before they came back", () => {
  it("is looked for first: nobody can say so before the later report", () => {
    expect(refusalOf(whereaboutsKnown, whereaboutsFrom(12, "missing-again"))).toBe("NotReportedAgain")
    expect(levelOf(missingAgain, only(missingAgain))).toBe("not-back")
  })

  it("is only found again once the later report was cancelled", () => {
    const off = playFrom(
      missingAgain,
      notify({ kind: "cancelled", policeReference: police(2), sentAt: at(14), child, reason: "recorded in error" })
    )
    expect(stayOf(off, only(off))).toBeUndefined()
    expect(remainingTasks(off, only(off))).toContain("return")
    expect(levelOf(off)).toBe("overdue")
  })

  it("can have the earlier episode closed with that reason", () => {
    const settled = playFrom(
      missingAgain,
      about("RecordNotDone", { reason: "missing-again", decidedBy: "coordinator" as never }),
      ...paperwork,
      ...answers
    )
    expect(remainingTasks(settled, only(settled))).toEqual([])
  })

  it("can be heard about both at once, when they are back from the later one", () => {
    const backFromLater = playFrom(missingAgain, recordReturned(at(30), secondEpisode))
    expect(refusalOf(backFromLater, { ...heldAt(20), episodeId } as Command)).toBe("ReturnNotRecorded")
    const both = {
      ...log({ offeredAt: at(31), completed: completedAt(at(34)) }),
      episodeId: secondEpisode,
      newInterviewId: secondInterview,
      alsoCovers: [episodeId]
    }
    const heard = playFrom(backFromLater, both)
    expect(heard.episodes.map((episode) => interviewStatus(heard, episode)._tag)).toEqual(["Completed", "Completed"])
    expect(refusalOf(backFromLater, { ...both, completed: completedAt(at(29)) })).toBe("CompletedBeforeReturn")
  })

  it("asks for nobody to be assigned while they are looked for", () => {
    const asked = remindersOf(missingAgain, at(48), calendars).filter((reminder) => reminder.episodeId === episodeId)
    expect(asked).toEqual([])
  })
})

describe("where a child came back to", () => {
  it("can be said with the return, or afterwards, and goes with it", () => {
    const withIt = playFrom(whereaboutsKnown, { ...recordReturned(at(10)), returnedTo: "another-home" })
    const after = playFrom(
      whereaboutsKnown,
      recordReturned(at(10)),
      about("RecordReturnedTo", { returnedTo: "another-home" })
    )
    expect(withIt).toEqual(after)
    const taken = playFrom(withIt, about("CorrectEpisode", { reason: "told-wrongly", withdrawn: "returned" }))
    expect(only(taken).returnedTo).toBeUndefined()
  })

  it("is for a child who is back", () => {
    expect(refusalOf(inHospital, about("RecordReturnedTo", { returnedTo: "another-home" }))).toBe("NotBackYet")
  })
})

it("a merge keeps whereabouts only the duplicate knows, and a separation takes them back", () => {
  const two = playFrom(inHospital, notify(missing({ policeReference: police(2), missingAt: at(1) }), secondEpisode))
  const merged = playFrom(two, { _tag: "MergeDuplicate", duplicateId: episodeId, episodeId: secondEpisode })
  const kept = Option.getOrThrow(episodeById(merged, secondEpisode))
  expect(stayOf(merged, kept)).toEqual({ whereabouts: "hospital", since: at(8) })
  const apart = playFrom(merged, about("SeparateDuplicate", { reason: "wrong-record" }))
  expect(Option.getOrThrow(episodeById(apart, secondEpisode)).stays).toBeUndefined()
  expect(stayOf(apart, only(apart))).toEqual({ whereabouts: "hospital", since: at(8) })
})

it("every found stage can be closed with whereabouts, interview and paperwork settled", () => {
  const foundStages = openStages.filter((stage) => stage.startsWith("found"))
  fc.assert(
    fc.property(
      fc.constantFrom(...foundStages),
      fc.constantFrom(...Whereabouts.literals.filter((place) => place !== "missing-again")),
      fc.constantFrom<Command>(heldAt(20), ruledOut, declinedAt(11)),
      (stage, place, settling) => {
        const tried = [
          whereaboutsFrom(8, place),
          // Where the child declined, assigning it would take it up again.
          ...(stage === "found" ? [assign()] : []),
          settling,
          about("OfferToCarer", { offeredAt: at(12), response: "declined" }),
          ...paperwork,
          ...answers,
          about("RecordInterviewReference", { reference })
        ]
        const done = tried.reduce(
          (state, command) =>
            Result.isSuccess(decide(state, command, { now: MUCH_LATER })) ? playFrom(state, command) : state,
          stageExamples[stage]
        )
        const closed = playFrom(done, about("CloseEpisode", {}))
        expect(only(closed).closure?._tag).toBe("Closed")
      }
    )
  )
})

it("what the police tell of the return still starts the clocks of a child who was elsewhere", () => {
  const back = playFrom(inHospital, notify(returned(at(30))))
  expect(only(back).progress).toEqual({ _tag: "Returned", returnedAt: at(30), foundAt: at(8) })
  expect(play(notify(missing()), notify(found(at(8)))).episodes[0]?.stays).toBeUndefined()
})
