import { Option, Result } from "effect"
import { describe, expect, it } from "vitest"
import { addHours, utc } from "../../src/calendar/index.ts"
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
  offerOf,
  type PathwayEvent,
  PersonId,
  remainingTasks
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
import { answers, otherAuthority, paperwork, secondEpisode } from "./stageExamples.ts"

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
    expect(remainingTasks(after, only(after))).toContain("interview-in-question")
    const backAgain = record(after, [6, about("RecordReturned", { returnedAt: at(3) })])
    expect(remainingTasks(backAgain, only(backAgain))).not.toContain("interview-in-question")
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

  it("opens another episode for a later disappearance under the same reference", () => {
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
    expect(remainingTasks(asked, only(asked))[0]).toBe("cancellation")
    const kept = record(asked, [5, about("DeclineCancellation", {})])
    expect(remainingTasks(kept, only(kept))).not.toContain("cancellation")
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

  it("keeps what the kept record knows, and hears the update of the other that raises the risk", () => {
    const two = record(opened, [
      2,
      notify(missing({ policeReference: police(2), missingAt: at(0.5), sentAt: at(2), risk: "low" }), secondEpisode)
    ])
    expect(only(record(two, [3, merge]))).toMatchObject({ risk: "medium", missingAt: at(0) })
    const raised = record(two, [2.5, notify(updated({ sentAt: at(2.2), risk: "high" }))])
    expect(only(record(raised, [3, merge])).risk).toBe("high")
    expect(tags(eventsAt(two, 3, merge))).toEqual(["EpisodesMerged"])
  })
})

describe("a report that news of it was waiting for", () => {
  const third = { policeReference: police(3) }

  it("is not ended by what was sent before the child was last seen", () => {
    for (const early of [cancelled({ ...third, sentAt: at(3) }), returned(at(2.5), { ...third, sentAt: at(3) })]) {
      const after = record(
        emptyChildState,
        [3, notify(early)],
        [6, notify(missing({ ...third, missingAt: at(4), reportedAt: at(5), sentAt: at(6) }))]
      )
      expect(only(after).progress).toEqual({ _tag: "Missing" })
    }
  })

  it("is ended by what was sent with it, by clocks that drift", () => {
    const early = found(at(2), { sentAt: at(3) })
    const report = missing({ sentAt: at(3 + 5 * MINUTE) })
    expect(only(record(emptyChildState, [3, notify(early)], [4, notify(report)])).progress._tag).toBe("Found")
  })

  it("alerts after a return that a person recorded, whatever waited for it", () => {
    const waiting = record(back, [4, notify(returned(at(2.5), { ...third, sentAt: at(3.2) }))])
    const after = record(waiting, [9, notify(missing({ ...third, sentAt: at(9) }), secondEpisode)])
    expect(only(after).progress).toEqual({ _tag: "Missing" })
  })
})

describe("a child who is missing now", () => {
  const late = { policeReference: police(2), missingAt: at(2), sentAt: at(8) }
  const again = notify(missing({ ...late, reportedAt: at(7.9) }), secondEpisode)

  it("stays missing when an update moves them onto a record of a return", () => {
    const later = notify(missing({ policeReference: police(2), missingAt: at(7), sentAt: at(8) }), secondEpisode)
    const moved = notify(updated({ policeReference: police(2), sentAt: at(9), missingAt: at(0) }))
    const after = record(back, [8, later], [9, moved])
    expect(only(after).progress).toEqual({ _tag: "Missing" })
  })

  it("stays missing when joined to a record that was over before the report", () => {
    for (const [duplicateId, kept] of [
      [secondEpisode, episodeId],
      [episodeId, secondEpisode]
    ] as const) {
      const merge: Command = { _tag: "MergeDuplicate", duplicateId, episodeId: kept }
      const after = record(back, [8, again], [9, merge])
      expect(only(after, kept).progress).toEqual({ _tag: "Missing" })
      const apart: Command = { _tag: "SeparateDuplicate", episodeId: duplicateId, reason: "wrong-record" }
      expect(only(record(after, [10, apart])).progress._tag).toBe("Returned")
    }
    // Made before the return and only sent after it, the report tells of the same time.
    const merge: Command = { _tag: "MergeDuplicate", duplicateId: secondEpisode, episodeId }
    const paper = record(back, [8, notify(missing(late), secondEpisode)], [9, merge])
    expect(only(paper).progress._tag).toBe("Returned")
  })

  it("is shown to people when the sender's clock is so far ahead that it outweighs nothing", () => {
    for (const report of [missing({ sentAt: at(500) }), missing({ policeReference: police(2), sentAt: at(500) })]) {
      expect(eventsAt(back, 9, notify(report, secondEpisode))).toContainEqual(
        expect.objectContaining({ _tag: "NotificationSetAside", kind: "missing", reason: "clock-ahead" })
      )
    }
    const since = notify(missing({ sentAt: at(500), missingAt: at(8) }), secondEpisode)
    expect(tags(eventsAt(back, 9, since))).toContain("EpisodeOpened")
  })
})

describe("an interview that rests on an end which did not stand", () => {
  const held = log({ episodeId, offeredAt: at(4.5), completed: completedAt(at(5)) })
  const after = record(
    back,
    [5.5, held],
    [9, notify(missing({ sentAt: at(9) }))],
    [60, about("RecordReturned", { returnedAt: at(59) })]
  )

  it("stays a question after the next return, until a person decides", () => {
    expect(remainingTasks(after, only(after))).toContain("interview-in-question")
    expect(refusedAt(after, 61, about("CloseEpisode", {}))).toBe("StillOwed")
  })

  it("is no offer of the next return", () => {
    const offered = record(back, [5, assign({ episodeId })], [5.5, log({ episodeId, offeredAt: at(4.5) })])
    const backAgain = record(
      offered,
      [9, notify(missing({ sentAt: at(9) }))],
      [60, about("RecordReturned", { returnedAt: at(59) })]
    )
    expect(offerOf(interviewOf(backAgain, episodeId), only(backAgain))._tag).toBe("OfferedBefore")
  })
})

it("a cancellation of a child who is found and not back waits for a person", () => {
  const known = record(opened, [4, about("RecordFound", { foundAt: at(3) })])
  const after = record(known, [6, notify(cancelled({ sentAt: at(6) }))])
  expect(only(after)).toMatchObject({ progress: { _tag: "Found" }, questionedCancellation: { sentAt: at(6) } })
})

it("an episode that is reopened is not cancelled by what came while it was transferred", () => {
  const transfer = about("TransferEpisode", { to: otherAuthority, transferredAt: at(4) })
  const over = record(opened, [4, transfer], [5, notify(cancelled({ sentAt: at(5) }))])
  const after = record(over, [6, about("ReopenEpisode", { reason: "handed-back" })])
  expect(only(after).progress).toEqual({ _tag: "Missing" })
  expect(eventsAt(after, 6, about("ReopenEpisode", { reason: "handed-back" }))).toEqual([])
})

it.each([
  ["found", found(at(1), { sentAt: at(500) })],
  ["returned", returned(at(1), { sentAt: at(500) })],
  ["cancelled", cancelled({ sentAt: at(500) })],
  ["updated", updated({ risk: "low", sentAt: at(500) })]
])("a %s notification from a clock that is ahead is refused, and the search goes on", (_, ahead) => {
  const refused = Result.merge(decide(opened, notify(ahead), { now: at(2) }))
  expect(refused).toMatchObject({ _tag: "TimeInFuture", field: "sentAt" })
  expect(Result.merge(decide(emptyChildState, notify(ahead), { now: at(2) }))).toMatchObject({ field: "sentAt" })
})

it("a report is taken although a clock is wrong, and outweighs no later word", () => {
  const now = at(0)
  const ahead = missing({ missingAt: at(0.3), reportedAt: at(0.4), sentAt: at(0.5) })
  expect(tags(eventsAt(emptyChildState, 0, notify(ahead)))).toContain("EpisodeOpened")
  const tooFar = missing({ missingAt: at(30), reportedAt: at(30), sentAt: at(31) })
  expect(Result.merge(decide(emptyChildState, notify(tooFar), { now }))).toMatchObject({ field: "missingAt" })
  const mistyped = missing({ missingAt: at(0.3), reportedAt: at(0.4), sentAt: at(0) })
  expect(Result.merge(decide(emptyChildState, notify(mistyped), { now }))).toMatchObject({ field: "missingAt" })
})

it.each([utc(0, 1, 1), utc(1, 1, 1), utc(1900, 1, 1), utc(1970, 1, 1)])(
  "a year that cannot be right is refused by its field, but not for a report's sending",
  (time) => {
    const refusals = [
      missing({ missingAt: time }),
      missing({ missingAt: time, reportedAt: time }),
      found(time),
      returned(time),
      updated({ reportedAt: time }),
      found(at(1), { sentAt: time }),
      cancelled({ sentAt: time })
    ].map((notification) => Result.merge(decide(emptyChildState, notify(notification), { now: at(2) })))
    expect(refusals.map((refused) => ("field" in refused ? refused.field : refused))).toEqual([
      "missingAt",
      "missingAt",
      "foundAt",
      "returnedAt",
      "reportedAt",
      "sentAt",
      "sentAt"
    ])
    const sentLongAgo = decide(emptyChildState, notify(missing({ sentAt: time })), { now: at(2) })
    expect(Result.isSuccess(sentLongAgo)).toBe(true)
  }
)
