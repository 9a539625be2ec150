import { Option, Result } from "effect"
import { describe, expect, it } from "vitest"
import { addHours } from "../../src/calendar/index.ts"
import {
  alertOf,
  type ChildState,
  type Command,
  decide,
  type EpisodeId,
  emptyChildState,
  episodeById,
  evolve,
  interviewOf,
  type PathwayEvent,
  PersonId,
  whatIsLeft
} from "../../src/pathway/index.ts"
import {
  about,
  assign,
  at,
  cancelled,
  completedAt,
  episodeId,
  found,
  log,
  missing,
  notify,
  police,
  returned,
  updated
} from "./madeUpChild.ts"
import { answers, paperwork, secondEpisode } from "./stageExamples.ts"

const recordedBy = PersonId.make("made-up-recorder")
const MINUTE = 1 / 60

/** One command after another, each recorded at its hour. */
const record = (state: ChildState, ...turns: ReadonlyArray<readonly [hour: number, command: Command]>) =>
  turns.reduce((current, [hour, command]) => {
    const now = at(hour)
    const events = Result.getOrThrow(decide(current, command, { now }))
    return events.reduce((before, event) => evolve(before, { recordedAt: now, recordedBy, event }), current)
  }, state)
const eventsAt = (state: ChildState, hour: number, command: Command): ReadonlyArray<PathwayEvent> =>
  Result.getOrThrow(decide(state, command, { now: at(hour) }))
const refusedAt = (state: ChildState, hour: number, command: Command) =>
  Result.getOrThrow(Result.flip(decide(state, command, { now: at(hour) })))._tag
const only = (state: ChildState, id: EpisodeId = episodeId) => Option.getOrThrow(episodeById(state, id))
const tags = (events: ReadonlyArray<PathwayEvent>) => events.map(({ _tag }) => _tag)

/** Missing since 08:00, back at 11:00. */
const opened = record(emptyChildState, [1, notify(missing({ sentAt: at(1) }))])
const back = record(opened, [3 + MINUTE, about("RecordReturned", { returnedAt: at(3) })])
const secondReport = notify(missing({ policeReference: police(2), sentAt: at(5), risk: "high" }), secondEpisode)

describe("a report sent after a recorded end", () => {
  it("makes the child missing after all and alerts again, under another reference too", () => {
    const after = record(back, [5, secondReport])
    expect(after.episodes).toHaveLength(1)
    expect(only(after)).toMatchObject({ progress: { _tag: "Missing" }, risk: "high" })
    expect(alertOf(only(after))).toMatchObject({ because: "missing-after-all", number: 2, at: at(5) })
  })

  it("does so on a return that the police told, whichever of the two comes first", () => {
    const told = notify(returned(at(3), { sentAt: at(3.1) }))
    for (const turns of [
      [
        [3.2, told],
        [5, secondReport]
      ],
      [
        [5, secondReport],
        [5.5, told]
      ]
    ] as const) {
      expect(only(record(opened, ...turns)).progress).toEqual({ _tag: "Missing" })
    }
  })

  it("is an older report when it was sent before the end, and changes no end", () => {
    const older = notify(missing({ policeReference: police(2), sentAt: at(2) }), secondEpisode)
    expect(only(record(back, [5, older])).progress).toMatchObject({ _tag: "Returned" })
  })

  it("leaves it to a person what becomes of an interview that rests on the end", () => {
    const held = record(
      back,
      [4, assign({ episodeId })],
      [4.5, log({ episodeId, offeredAt: at(4), completed: completedAt(at(4.5)) })]
    )
    const after = record(held, [5, secondReport])
    expect(interviewOf(after, episodeId)?.completed).toBeDefined()
    expect(whatIsLeft(after, only(after))).toContain("interview-in-question")
    const backAgain = record(after, [6, about("RecordReturned", { returnedAt: at(3) })])
    expect(whatIsLeft(backAgain, only(backAgain))).not.toContain("interview-in-question")
  })

  it("alerts on a closed episode, whether it differs or is the same sent again", () => {
    const closed = record(
      back,
      [4, about("RecordNotDone", { reason: "assessed-not-required", decidedBy: recordedBy })],
      ...[...paperwork, ...answers].map((command) => [4, command] as const),
      [4.5, about("CloseEpisode", {})]
    )
    for (const report of [
      secondReport,
      notify(missing({ sentAt: at(5) })),
      notify(missing({ sentAt: at(5), risk: "high" }))
    ]) {
      const after = record(closed, [5, report])
      expect(only(after)).toMatchObject({ progress: { _tag: "Missing" } })
      expect(only(after).closure).toBeUndefined()
      expect(alertOf(only(after)).because).toBe("missing-after-all")
    }
  })

  it("opens another episode when the child went missing again since the end, under the same reference", () => {
    const again = notify(missing({ missingAt: at(4), sentAt: at(5) }), secondEpisode)
    const after = record(back, [5, again])
    expect(after.episodes.map(({ progress }) => progress._tag)).toEqual(["Returned", "Missing"])
    const toldThen = record(after, [7, notify(found(at(6), { sentAt: at(6.5) }))])
    expect(only(toldThen, secondEpisode).progress).toEqual({ _tag: "Found", foundAt: at(6) })
    expect(only(toldThen).progress).toEqual(only(back).progress)
  })
})

describe("a cancellation", () => {
  const calledOff = record(opened, [2, notify(cancelled({ sentAt: at(2) }))])

  it("is outweighed by the same report sent later, with the same content or another", () => {
    for (const said of [{}, { risk: "high" as const }]) {
      const after = record(calledOff, [3, notify(missing({ sentAt: at(3), ...said }))])
      expect(only(after)).toMatchObject({ progress: { _tag: "Missing" }, ...said })
      expect(alertOf(only(after)).because).toBe("missing-after-all")
    }
  })

  it("stands against a retry, which was sent no later", () => {
    expect(eventsAt(calledOff, 3, notify(missing({ sentAt: at(1) })))).toEqual([])
    expect(refusedAt(calledOff, 3, notify(missing({ sentAt: at(1.5), risk: "high" })))).toBe("NotificationConflicts")
    expect(only(record(calledOff, [3, notify(missing({ sentAt: at(2) }))])).progress._tag).toBe("Cancelled")
  })

  it("can be reopened by a person, and the child counts as missing and is alerted", () => {
    const after = record(calledOff, [3, about("ReopenEpisode", { reason: "closed-in-error" })])
    expect(only(after).progress).toEqual({ _tag: "Missing" })
    expect(alertOf(only(after)).because).toBe("missing-after-all")
    expect(eventsAt(after, 4, notify(found(at(3.5), { sentAt: at(3.6) }))).map(({ _tag }) => _tag)).toContain(
      "ChildFound"
    )
  })

  it("of a child who is back waits for a person, and nothing of the episode goes", () => {
    const safe = notify(cancelled({ sentAt: at(4), reason: "located safe and well" }))
    const given = record(back, [3.5, assign({ episodeId })])
    expect(tags(eventsAt(given, 4, safe))).toEqual([
      "NotificationReceived",
      "CancellationQuestioned",
      "NotificationSetAside"
    ])
    const asked = record(given, [4, safe])
    expect(only(asked).progress._tag).toBe("Returned")
    expect(interviewOf(asked, episodeId)).toEqual(interviewOf(given, episodeId))
    expect(whatIsLeft(asked, only(asked))[0]).toBe("cancellation")
    const kept = record(asked, [5, about("DeclineCancellation", {})])
    expect(whatIsLeft(kept, only(kept))).not.toContain("cancellation")
    expect(only(record(kept, [6, safe])).questionedCancellation).toBeUndefined()
    const gone = record(asked, [5, about("CancelEpisode", { reason: "recorded-in-error" })])
    expect(only(gone)).toMatchObject({ progress: { _tag: "Cancelled", reason: "recorded-in-error" } })
    expect(only(gone).questionedCancellation).toBeUndefined()
  })

  it("by a person is outweighed by a report sent since, and by none sent before", () => {
    const wrong = record(opened, [2, about("CancelEpisode", { reason: "wrong-child" })])
    expect(only(record(wrong, [3, notify(missing({ sentAt: at(3) }))])).progress._tag).toBe("Missing")
    expect(eventsAt(wrong, 3, notify(missing({ sentAt: at(1) })))).toEqual([])
    const other = notify(missing({ policeReference: police(2), sentAt: at(1.5) }), secondEpisode)
    expect(record(wrong, [3, other]).episodes.map(({ progress }) => progress._tag)).toEqual(["Cancelled", "Missing"])
  })
})

describe("an id that was used before", () => {
  it("opens no episode and moves none", () => {
    const another = missing({ policeReference: police(2), missingAt: at(2), sentAt: at(2) })
    expect(refusedAt(opened, 3, notify(another, episodeId))).toBe("IdUsedBefore")
    expect(tags(eventsAt(opened, 3, notify(another, secondEpisode)))).toContain("EpisodeOpened")
  })
})

describe("joining two episodes", () => {
  const merge: Command = { _tag: "MergeDuplicate", duplicateId: secondEpisode, episodeId }

  it("is refused where one was over before the other began", () => {
    const now = addHours(at(0), 24 * 90)
    const again = notify(
      missing({ policeReference: police(2), missingAt: now, reportedAt: now, sentAt: now }),
      secondEpisode
    )
    expect(refusedAt(record(back, [24 * 90, again]), 24 * 90 + 1, merge)).toBe("NotOverlapping")
  })

  it("keeps of each fact what the police sent last, and the higher risk where people alone graded it", () => {
    const two = record(opened, [
      2,
      notify(missing({ policeReference: police(2), missingAt: at(0.5), sentAt: at(2), risk: "low" }), secondEpisode)
    ])
    expect(only(record(two, [3, merge])).risk).toBe("low")
    const raised = record(two, [2.5, notify(updated({ sentAt: at(2.2), risk: "high" }))])
    expect(only(record(raised, [3, merge])).risk).toBe("high")
    expect(tags(eventsAt(two, 3, merge))).toEqual(["EpisodesMerged", "EpisodeUpdated"])
  })
})
