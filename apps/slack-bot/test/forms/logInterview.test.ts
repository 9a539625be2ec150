import { assigned, at, child, interviewer, missing, returned, worker } from "@safe-return/casework/testing"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import type { FormValues } from "../../src/forms/form.ts"
import { logButton, readLog } from "../../src/forms/logInterview/logInterviewView.ts"
import { readReference } from "../../src/forms/logInterview/referenceView.ts"
import { readReport } from "../../src/forms/report/reportView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { openSurface, type Surface } from "../listeners/surface.ts"
import { fieldsOf, none, noTime, one, some, time, typed, user } from "./enteredValues.ts"

const now = at(200)

const seconds = (hours: number) => at(hours) / 1_000

const owed = [missing(0), returned(6)]

const interviewOn = (surface: Surface) => surface.states.get(child)?.interviews[0]

const held = { completedAt: seconds(20), venue: "home", harmDisclosed: "no" }

const nothing: FormValues = {
  offeredAt: noTime,
  response: none,
  completedAt: noTime,
  interviewer: user(interviewer),
  venue: none,
  harmDisclosed: none,
  exploitation: some(),
  followUp: some()
}

const interview: FormValues = {
  ...nothing,
  offeredAt: time(8),
  response: one("accepted"),
  completedAt: time(9),
  venue: one("school"),
  harmDisclosed: one("not-disclosed"),
  exploitation: some("grooming", "gang"),
  followUp: some("strategy-discussion")
}

it("a log with several faults shows each beside its field, in one round", async () => {
  await using surface = await openSurface(now)
  const card = await withChild(surface, ...owed, assigned(7))
  surface.profiles.set(child, { child, allocatedWorker: worker })
  const interviewer = surface.person("U0INTERVIEWER")
  await press(interviewer, card, logButton.actionId)
  const { fieldErrors } = await interviewer.submit({
    ...held,
    offeredAt: seconds(3),
    response: "declined",
    completedAt: seconds(4),
    interviewer: "U0WORKER",
    followUp: ["none", "strategy-discussion"]
  })
  expect(Object.keys(fieldErrors).sort()).toEqual(["completedAt", "followUp", "interviewer", "offeredAt", "response"])
  expect(fieldErrors["offeredAt"]).not.toContain("further down")
  expect(interviewOn(surface)?.completed).toBeUndefined()
})

describe("a known adult chosen on the spot", () => {
  it("is logged for an interview that was assigned to another person", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...owed, assigned(7))
    const interviewer = surface.person("U0INTERVIEWER")
    await press(interviewer, card, logButton.actionId)
    const logged = { offeredAt: seconds(8), response: "accepted", ...held, interviewer: "U0WORKER" }
    expect((await interviewer.submit(logged)).fieldErrors["interviewer"]).toContain("known adult")
    expect(await interviewer.submit({ ...logged, knownAdult: ["asked-for"] })).toMatchObject({ fieldErrors: {} })
    expect(interviewOn(surface)).toMatchObject({
      interviewer: "U0INTERVIEWER",
      completed: { interviewer: "U0WORKER", knownAdult: true }
    })
  })
})

describe("reference", () => {
  it("takes a case reference and refuses a name", () => {
    expect(readReference({ reference: typed(" LCS-10432 ") })).toEqual(Result.succeed(child))
    expect(fieldsOf(readReference({ reference: typed("Made Up") }))).toEqual(["reference"])
    expect(fieldsOf(readReference({ reference: typed(null) }))).toEqual(["reference"])
  })

  it.each(["LCS 10432", "LCS\u201110432\u00a0", "\uff2c\uff23\uff33\uff0d10432"])("takes %j for the same", (text) => {
    expect(readReference({ reference: typed(text) })).toEqual(Result.succeed(child))
  })

  it("of the police is taken in any spelling", () => {
    const report = readReport({
      reference: typed("lcs-10432"),
      policeReference: typed("SYP\u20132026 \u2013 1 "),
      missingAt: time(1),
      reportedAt: time(2),
      absence: one("missing"),
      missingFrom: one("care"),
      risk: one("high")
    })
    expect(Result.getOrThrow(report)).toMatchObject({ reference: "lcs-10432", policeReference: "SYP-2026-1" })
  })
})

describe("log", () => {
  it("reads an interview that took place", () => {
    expect(readLog(interview)).toEqual(
      Result.succeed({
        offeredAt: at(8),
        response: "accepted",
        completed: {
          completedAt: at(9),
          interviewer,
          venue: "school",
          harmDisclosed: "not-disclosed",
          exploitation: ["grooming", "gang"],
          followUp: ["strategy-discussion"]
        }
      })
    )
  })

  it("reads an offer alone, and leaves an empty form for the domain to refuse", () => {
    expect(readLog({ ...nothing, offeredAt: time(8), response: one("declined") })).toEqual(
      Result.succeed({ offeredAt: at(8), response: "declined" })
    )
    expect(readLog(nothing)).toEqual(Result.succeed({}))
  })

  it("asks beside each field for what an interview that took place must have", () => {
    expect(fieldsOf(readLog({ ...nothing, interviewer: user(null), completedAt: time(9) }))).toEqual([
      "harmDisclosed",
      "interviewer",
      "response",
      "venue"
    ])
  })

  it.each(["venue", "harmDisclosed", "exploitation", "followUp"])("asks when it took place if %s is given", (field) => {
    const details = { ...nothing, [field]: interview[field] ?? {} }
    expect(fieldsOf(readLog(details))).toEqual(["completedAt"])
  })

  it("takes no further action only by itself", () => {
    expect(fieldsOf(readLog({ ...interview, followUp: some("none", "police-intelligence") }))).toEqual(["followUp"])
    expect(fieldsOf(readLog({ ...interview, followUp: some("none") }))).toBe("accepted")
  })

  it("does not take a code that is not on the list", () => {
    expect(fieldsOf(readLog({ ...interview, venue: one("the-moon") }))).toEqual(["venue"])
  })
})
