import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type ChildState, type Command, decide, interviewOf, precheck, preview } from "../../src/pathway/index.ts"
import { commands, HISTORY_NOW } from "./arbitraries.ts"
import { laterCommands } from "./laterCommands.ts"
import {
  about,
  allocatedWorker,
  assign,
  at,
  completedAt,
  episodeId,
  type interviewer,
  log,
  MUCH_LATER,
  missing,
  notify,
  playFrom,
  police
} from "./madeUpChild.ts"
import { assigned, coordinator, otherAuthority, reference, secondEpisode } from "./stageExamples.ts"

const held = completedAt(at(20))
const told = log({ offeredAt: at(11), completed: held })
const kept = playFrom(assigned, { ...told, keptFrom: [allocatedWorker] })
const again = playFrom(
  kept,
  notify(missing({ policeReference: police(2), missingAt: at(1), reportedAt: at(2) }), secondEpisode)
)
const reason = "wrong-record" as const
const session = { session: completedAt(at(30)), isInterviewer: true }

const doors: ReadonlyArray<readonly [Command, ChildState?]> = [
  [about("CorrectInterview", { harmDisclosed: "no", isInterviewer: false, reason: "mistyped" })],
  [about("WithdrawFromInterview", { withdrawn: { what: "completed", completedAt: at(20) }, reason })],
  [about("RecordInterview", { record: {}, keptFrom: [] })],
  [about("RecordInterviewReference", { reference })],
  [about("RecordFurtherSession", { ...session, keptFrom: [] })],
  [{ _tag: "ExtendInterview", episodeId, alsoCovers: [secondEpisode] }, again],
  [
    about("AnswerConsideration", {
      consideration: "significant-harm",
      answer: "no",
      reason: "Made up",
      answeredBy: "apart"
    })
  ],
  [about("CancelEpisode", { reason: "recorded-in-error" })],
  [about("TransferEpisode", { to: otherAuthority, transferredAt: at(40) })],
  [{ _tag: "MergeDuplicate", duplicateId: episodeId, episodeId: secondEpisode }, again],
  [{ _tag: "MergeDuplicate", duplicateId: secondEpisode, episodeId }, again]
]

describe("a person who was left out of what an interview brought out", () => {
  it.each(doors.map(([command, state = kept]) => ({ command, state })))(
    "is refused $command._tag, which another is not",
    ({ command, state }) => {
      const asked = (by: typeof interviewer) => decide(state, command, { now: MUCH_LATER, by })
      expect(Result.merge(asked(allocatedWorker))).toMatchObject({ _tag: "LeftOut" })
      expect(Result.merge(asked(coordinator))).not.toMatchObject({ _tag: "LeftOut" })
    }
  )

  it("is refused before a form is opened, and not of an interview that another held", () => {
    const refusedTo = (state: ChildState) =>
      Result.merge(precheck(state, "RecordInterview", episodeId, allocatedWorker))
    expect(refusedTo(kept)).toMatchObject({ _tag: "LeftOut" })
    expect(refusedTo(playFrom(assigned, told))).toBeUndefined()
  })

  it("stays refused once the interview is withdrawn, and cannot take it themselves", () => {
    const withdrawn = playFrom(kept, doors[1]?.[0] as Command)
    for (const command of [told, assign({ interviewer: allocatedWorker, knownAdult: true })]) {
      const decision = decide(withdrawn, command, { now: MUCH_LATER, by: allocatedWorker })
      expect(Result.merge(decision)).toMatchObject({ _tag: "LeftOut" })
    }
  })

  it("changes nothing of it by any command", () => {
    const broughtOut = (state: ChildState) => {
      const { completed, record, furtherSessions, keptFrom, caseReference } = interviewOf(state, episodeId) ?? {}
      return { completed, record, furtherSessions, keptFrom, caseReference }
    }
    fc.assert(
      fc.property(fc.oneof(commands, laterCommands), (command) => {
        if (command._tag === "ReceiveNotification") return
        const decision = decide(kept, command, { now: HISTORY_NOW, by: allocatedWorker })
        expect(
          broughtOut(
            preview(
              kept,
              Result.getOrElse(decision, () => [])
            )
          )
        ).toEqual(broughtOut(kept))
      }),
      { numRuns: 500 }
    )
    expect(broughtOut(kept).keptFrom).toEqual([allocatedWorker])
  })

  it("may still correct where the child went missing from", () => {
    const command = about("CorrectEpisode", { missingFrom: "home", reason: "mistyped" })
    expect(Result.isSuccess(decide(kept, command, { now: MUCH_LATER, by: allocatedWorker }))).toBe(true)
  })
})

describe("a person who knows what the child said", () => {
  const wish = { interviewer: allocatedWorker, knownAdult: true } as const
  const byWish = playFrom(assigned, assign(wish))
  const own = { ...held, interviewer: allocatedWorker }
  const logged = log({ offeredAt: at(11), completed: own })
  const keptFrom = [allocatedWorker]
  const further = about("RecordFurtherSession", {
    ...session,
    session: { ...session.session, interviewer: allocatedWorker },
    knownAdult: true,
    keptFrom
  })

  it.each([
    { what: "the interview they held", state: byWish, command: { ...logged, keptFrom }, by: coordinator },
    { what: "an interview they log", state: assigned, command: { ...told, keptFrom }, by: allocatedWorker },
    {
      what: "the record of the interview they held",
      state: playFrom(byWish, logged),
      command: about("RecordInterview", { record: {}, keptFrom }),
      by: coordinator
    },
    { what: "a further session they held", state: playFrom(assigned, told), command: further, by: coordinator }
  ])("is not left out of $what, which is recorded without that", ({ state, command, by }) => {
    expect(Result.merge(decide(state, command, { now: MUCH_LATER, by }))).toMatchObject({ _tag: "HeardByLeftOut" })
    const without = { ...command, keptFrom: [] } as Command
    expect(Result.merge(decide(state, without, { now: MUCH_LATER, by }))).not.toHaveProperty("_tag")
  })

  it("leaves another worker out of the interview they held", () => {
    const command = { ...logged, keptFrom: [coordinator] }
    const decision = decide(byWish, command, { now: MUCH_LATER, by: allocatedWorker })
    expect(Result.isSuccess(decision)).toBe(true)
  })

  it("changes nothing by leaving the same people out again", () => {
    const command = about("RecordInterview", { record: {}, keptFrom })
    const state = playFrom(kept, about("RecordInterview", { record: {} }))
    expect(Result.merge(decide(state, command, { now: MUCH_LATER, by: coordinator }))).toEqual([])
  })
})
