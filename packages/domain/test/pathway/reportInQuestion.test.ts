/** What was told against what is recorded waits for a person, and is never only a line in a thread. */
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { addHours, calendars } from "../../src/calendar/index.ts"
import { isFinished } from "../../src/escalation/index.ts"
import {
  type ChildState,
  type Command,
  decide,
  type EpisodeId,
  episodeById,
  remainingTasks,
  reportsInQuestion
} from "../../src/pathway/index.ts"
import {
  about,
  at,
  episodeId,
  found,
  MUCH_LATER,
  missing,
  notify,
  play,
  playFrom,
  police,
  recordFound,
  recordReturned,
  returned,
  updated
} from "./madeUpChild.ts"
import { otherAuthority, secondEpisode } from "./stageExamples.ts"

const asked = (state: ChildState, id: EpisodeId = episodeId) => {
  const episode = episodeById(state, id)
  return episode._tag === "Some" ? reportsInQuestion(episode.value).map(({ kind, reason }) => `${kind} ${reason}`) : []
}
const left = (state: ChildState) => {
  const [episode] = state.episodes
  return episode === undefined ? [] : remainingTasks(state, episode)
}
const declined = about("DeclineReport", {})
const cancelledHere = about("CancelEpisode", { reason: "wrong-child" })
const early = play(notify(found(at(-2))), notify(missing()))

describe("a find that was told before its report and does not fit its times", () => {
  it("is asked of a person, and the child stays missing meanwhile", () => {
    expect(asked(early)).toEqual(["found out-of-order"])
    expect(early.episodes[0]?.progress._tag).toBe("Missing")
    expect(left(early)).toContain("report-in-question")
  })

  it("is asked no more once a person says that what is recorded stands", () => {
    const kept = playFrom(early, declined)
    expect(asked(kept)).toEqual([])
    expect(Result.getOrThrow(decide(kept, declined, { now: MUCH_LATER }))).toEqual([])
    // Nor does it come back by a time that would let it fit.
    const earlier = playFrom(kept, notify(updated({ missingAt: at(-3), sentAt: at(3) })))
    expect(earlier.episodes[0]?.progress._tag).toBe("Missing")
  })

  it.each<readonly [what: string, command: Command]>([
    ["records the find at a time that fits", recordFound(at(8))],
    ["records the return", recordReturned(at(9))],
    ["corrects when the child was last seen", about("CorrectEpisode", { missingAt: at(-3), reason: "told-wrongly" })],
    ["cancels the episode", cancelledHere]
  ])("is asked no more once a person %s", (_, command) => {
    expect(asked(playFrom(early, command))).toEqual([])
  })

  it("is asked no more once an update lets it fit", () => {
    const fits = playFrom(early, notify(updated({ missingAt: at(-3), sentAt: at(3) })))
    expect(fits.episodes[0]?.progress).toEqual({ _tag: "Found", foundAt: at(-2) })
    expect(asked(fits)).toEqual([])
  })

  it("stays asked beside a return that does not settle it", () => {
    expect(asked(playFrom(early, notify(returned(at(9)))))).toEqual(["found out-of-order"])
  })
})

describe("what else no rule can settle", () => {
  const second = { policeReference: police(2) }
  const both = play(notify(missing()), notify(missing(second), secondEpisode))

  it.each<readonly [what: string, state: ChildState, command: Command, question: string]>([
    [
      "two finds of the police at two times",
      playFrom(both, notify(found(at(8)))),
      notify(found(at(9), second)),
      "found already-recorded"
    ],
    [
      "a find of an episode that a person cancelled",
      playFrom(play(notify(missing())), cancelledHere),
      notify(found(at(8), { sentAt: at(9) })),
      "found episode-cancelled"
    ],
    [
      "a find of a child who was missing when another authority took over",
      playFrom(play(notify(missing())), about("TransferEpisode", { to: otherAuthority, transferredAt: at(6) })),
      notify(found(at(8), { sentAt: at(9) })),
      "found episode-closed"
    ],
    [
      "a report that the child is missing, sent by a clock that is ahead",
      play(notify(missing()), notify(returned(at(3)))),
      notify(missing({ sentAt: addHours(MUCH_LATER, 500) })),
      "missing clock-ahead"
    ]
  ])("%s are asked of a person until one has decided", (_, state, command, question) => {
    const after = playFrom(state, command)
    expect(asked(after)).toEqual([question])
    expect(asked(playFrom(after, declined))).toEqual([])
  })

  it("is none where the police tell nearly the time that a person recorded", () => {
    const recorded = play(notify(missing()), recordFound(at(8)), recordReturned(at(10)))
    expect(asked(playFrom(recorded, notify(found(at(7))), notify(returned(at(11)))))).toEqual([])
  })

  it("is a time of the police that is hours from what a person recorded", () => {
    const recorded = play(notify(missing()), recordFound(at(8)), recordReturned(at(10)))
    const told = playFrom(recorded, notify(found(at(5))), notify(returned(at(18))))
    expect(asked(told)).toEqual(["found already-recorded", "returned already-recorded"])
    expect(told.episodes[0]?.progress).toEqual({ _tag: "Returned", foundAt: at(8), returnedAt: at(10) })
    expect(asked(playFrom(told, declined))).toEqual([])
  })
})

it("a child with a question that waits is never finished, though the episode is over", () => {
  const closed = playFrom(play(notify(missing())), cancelledHere)
  const told = playFrom(closed, notify(found(at(8), { sentAt: at(9) })))
  const isOver = (state: ChildState) =>
    isFinished(state, addHours(MUCH_LATER, 31 * 24), { recordedAt: MUCH_LATER, calendars })
  expect([closed, told, playFrom(told, declined)].map(isOver)).toEqual([true, false, true])
})

it("a question moves with its record where two are joined, and back where they are separated", () => {
  const two = playFrom(
    early,
    notify(missing({ policeReference: police(2), missingAt: at(1), reportedAt: at(2), sentAt: at(2) }), secondEpisode)
  )
  const joined = playFrom(two, { _tag: "MergeDuplicate", duplicateId: episodeId, episodeId: secondEpisode })
  expect([asked(joined), asked(joined, secondEpisode)]).toEqual([[], ["found out-of-order"]])
  const apart = playFrom(joined, { _tag: "SeparateDuplicate", episodeId, reason: "wrong-record" })
  expect([asked(apart), asked(apart, secondEpisode)]).toEqual([["found out-of-order"], []])
})
