import { at, child, episodeId, interviewer } from "@safe-return/casework/testing"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { readAllocatedWorker } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { readAssignment } from "../../src/forms/assign/assignView.ts"
import type { FormValues } from "../../src/forms/formValues.ts"
import { readFound } from "../../src/forms/found/foundView.ts"
import { readLog } from "../../src/forms/logInterview/logInterviewView.ts"
import { readReference } from "../../src/forms/logInterview/referenceView.ts"
import { readReport } from "../../src/forms/report/reportView.ts"
import { readReturned } from "../../src/forms/returned/returnedView.ts"
import { readTogether } from "../../src/forms/together/togetherView.ts"
import type { InvalidSubmission } from "../../src/handlers/InvalidSubmission.ts"
import type { CaseLink } from "../../src/messages/caseLink.ts"

const link: CaseLink = { child, episodeId }

// What Slack sends for each kind of input.
const time = (hours: number) => ({ value: { type: "datetimepicker", selected_date_time: at(hours) / 1_000 } })
const noTime = { value: { type: "datetimepicker", selected_date_time: null } }
const user = (id: string | null) => ({ value: { type: "users_select", selected_user: id } })
const one = (value: string) => ({ value: { type: "radio_buttons", selected_option: { text: {}, value } } })
const none = { value: { type: "radio_buttons", selected_option: null } }
const some = (...values: ReadonlyArray<string>) => ({
  value: { type: "checkboxes", selected_options: values.map((value) => ({ text: {}, value })) }
})
const typed = (value: string | null) => ({ value: { type: "plain_text_input", value } })

const fieldsOf = (read: Result.Result<unknown, InvalidSubmission>) =>
  Result.match(read, { onFailure: ({ fields }) => Object.keys(fields).sort(), onSuccess: () => "accepted" })

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

describe("found, returned", () => {
  it("reads the time", () => {
    expect(readFound(link, { foundAt: time(5) })).toEqual(
      Result.succeed({ _tag: "RecordFound", episodeId, foundAt: at(5) })
    )
    expect(readReturned(link, { returnedAt: time(6) })).toEqual(
      Result.succeed({ _tag: "RecordReturned", episodeId, returnedAt: at(6) })
    )
  })

  it("asks for a time that is missing, or that is none", () => {
    expect(fieldsOf(readFound(link, { foundAt: noTime }))).toEqual(["foundAt"])
    expect(fieldsOf(readFound(link, { foundAt: { value: { selected_date_time: "soon" } } }))).toEqual(["foundAt"])
    expect(fieldsOf(readReturned(link, {}))).toEqual(["returnedAt"])
  })
})

describe("assign", () => {
  it("reads the person and the child's wish", () => {
    const chosen = { interviewer: user(interviewer), knownAdult: some("asked-for") }
    expect(readAssignment(chosen)).toEqual(Result.succeed({ interviewer, knownAdult: true }))
    expect(readAssignment({ ...chosen, knownAdult: some() })).toEqual(
      Result.succeed({ interviewer, knownAdult: false })
    )
  })

  it("asks for a person", () => {
    expect(fieldsOf(readAssignment({ interviewer: user(null) }))).toEqual(["interviewer"])
    expect(fieldsOf(readAllocatedWorker({ allocatedWorker: user(null), kind: none }))).toEqual([
      "allocatedWorker",
      "kind"
    ])
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

describe("missing together", () => {
  it("names no other child by another spelling of the child's own reference", () => {
    const read = (others: string) => readTogether(child, { others: typed(others) })
    expect(fieldsOf(read("lcs-10432, LCS\u201110432"))).toEqual(["others"])
    expect(Result.getOrThrow(read("lcs10432, lcs-10433")).others).toEqual(["lcs-10433"])
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
