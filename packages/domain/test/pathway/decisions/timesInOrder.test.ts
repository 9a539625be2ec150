import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { Instant } from "../../../src/calendar/index.ts"
import { type ChildState, type Command, decide } from "../../../src/pathway/index.ts"
import {
  about,
  assign,
  at,
  completedAt,
  log,
  MUCH_LATER,
  missing,
  notify,
  playFrom,
  police,
  recordFound,
  recordReturned
} from "../madeUpChild.ts"
import { assigned, declined, gone, home, otherAuthority, secondEpisode, whereaboutsKnown } from "../stageExamples.ts"

const answer = (state: ChildState, command: Command) => Result.merge(decide(state, command, { now: MUCH_LATER }))
const refused = (tag: string) => expect.objectContaining({ _tag: tag })
const correct = (said: object, id = {}) => about("CorrectEpisode", { reason: "mistyped", ...said, ...id })
const correctInterview = (said: object) =>
  about("CorrectInterview", { reason: "mistyped", isInterviewer: true, ...said })

const attempt = (attemptedAt: Instant) => about("RecordAttempt", { attemptedAt, method: "phone", result: "no-reply" })
const talk = (heldAt: Instant) => about("RecordPreventionInterview", { heldAt })
const held = (time: Instant) => log({ completed: completedAt(time) })

describe("two times in order", () => {
  it.each<readonly [string, ChildState, (time: Instant) => Command, Instant, string]>([
    ["found and missing", gone, recordFound, at(0), "FoundBeforeMissing"],
    ["returned and missing", gone, recordReturned, at(0), "ReturnedBeforeMissing"],
    ["returned and found", whereaboutsKnown, recordReturned, at(8), "ReturnedBeforeFound"],
    [
      "transferred and missing",
      gone,
      (transferredAt) => about("TransferEpisode", { to: otherAuthority, transferredAt }),
      at(0),
      "TransferredBeforeMissing"
    ],
    ["the police's talk and found", whereaboutsKnown, talk, at(8), "PreventionInterviewBeforeFound"],
    [
      "the police's talk and missing, where the return was the first we heard",
      playFrom(gone, recordReturned(at(10))),
      talk,
      at(0),
      "PreventionInterviewBeforeFound"
    ],
    ["offered and found", assigned, (offeredAt) => log({ offeredAt }), at(8), "OfferedBeforeFound"],
    ["attempted and found", assigned, attempt, at(8), "AttemptBeforeFound"],
    [
      "the parent's or carer's offer and the child's",
      declined,
      (offeredAt) => about("OfferToCarer", { offeredAt, response: "accepted" }),
      at(11),
      "CarerOfferBeforeChild"
    ],
    ["held and offered", playFrom(assigned, log({ offeredAt: at(11) })), held, at(11), "CompletedBeforeOffer"],
    ["held and returned", playFrom(assigned, log({ offeredAt: at(9) })), held, at(10), "CompletedBeforeReturn"],
    [
      "corrected to: found and missing",
      whereaboutsKnown,
      (foundAt) => correct({ foundAt }),
      at(0),
      "FoundBeforeMissing"
    ],
    [
      "corrected to: returned and missing",
      playFrom(gone, recordReturned(at(10))),
      (returnedAt) => correct({ returnedAt }),
      at(0),
      "ReturnedBeforeMissing"
    ],
    ["corrected to: returned and found", home, (returnedAt) => correct({ returnedAt }), at(8), "ReturnedBeforeFound"],
    [
      "corrected to: offered and found",
      playFrom(assigned, log({ offeredAt: at(11) })),
      (offeredAt) => correctInterview({ offeredAt }),
      at(8),
      "OfferedBeforeFound"
    ],
    [
      "corrected to: held and offered",
      playFrom(assigned, log({ offeredAt: at(11) }), held(at(20))),
      (time) => correctInterview({ completedAt: time }),
      at(11),
      "CompletedBeforeOffer"
    ]
  ])("%s: at the same moment, and not a millisecond before", (_, state, command, moment, tag) => {
    expect(answer(state, command(moment))).toBeInstanceOf(Array)
    expect(answer(state, command(Instant(moment - 1)))).toEqual(refused(tag))
  })

  it("are asked of every attempt when a finding is corrected", () => {
    const attempted = playFrom(assigned, attempt(at(9)), attempt(at(12)))
    expect(answer(attempted, correct({ foundAt: at(9.5) }))).toEqual(refused("AttemptBeforeFound"))
    expect(answer(attempted, correct({ foundAt: at(9) }))).toHaveLength(1)
  })

  it("are those of the episode that is corrected, not of another", () => {
    const both = playFrom(
      home,
      notify(missing({ policeReference: police(2), missingAt: at(30) }), secondEpisode),
      recordFound(at(40), secondEpisode)
    )
    const second = { episodeId: secondEpisode }
    expect(answer(both, correct({ foundAt: at(29) }, second))).toEqual(refused("FoundBeforeMissing"))
    expect(answer(both, correct({ foundAt: at(35) }, second))).toHaveLength(1)
  })

  it("may stay as they were recorded where one of them is not known", () => {
    const neverOffered = playFrom(home, assign({ knownAdult: true }), attempt(at(9)))
    expect(answer(neverOffered, correct({ returnedAt: at(12) }))).toHaveLength(1)
  })
})
