import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  decodeInterviewRecord,
  forChat,
  foreignFields,
  groups,
  InterviewRecord,
  interviewFieldList
} from "../../src/interview/index.ts"
import { PathwayEvent } from "../../src/pathway/index.ts"
import { records } from "./records.ts"

const kept = (keeper: string) => interviewFieldList.filter(([, field]) => field.kept === keeper)

describe("the fields of the interview record", () => {
  it("each say what of them may go to chat, where they come from and what they are called", () => {
    for (const [, field] of interviewFieldList) {
      expect(["never", "code", "allowed"]).toContain(field.chat)
      expect(field.source).toMatch(/^[A-Z].{10,}/)
      expect(field.label).toMatch(/^[A-Z]/)
      expect(field.source).not.toMatch(/https?:/)
    }
  })

  it("cover every group of the forms", () => {
    expect([...new Set(interviewFieldList.map(([, { group }]) => group))].sort()).toEqual([...groups].sort())
  })

  it("are in the coded record exactly when they say so", () => {
    expect(Object.keys(InterviewRecord.fields).sort()).toEqual(
      kept("record")
        .map(([name]) => name)
        .sort()
    )
  })

  it("that tell the child's story are kept in the case system alone, and never go to chat", () => {
    const stories = kept("case-system")
    expect(stories.map(([name]) => name)).toEqual(
      expect.arrayContaining(["ownAccount", "wishes", "whereWent", "whoMet", "carerAccount", "childName"])
    )
    for (const [, { chat }] of stories) expect(chat).toBe("never")
  })

  it("about harm, risk, reasons and health never go to chat", () => {
    const sensitive = ["harm", "risks", "push", "pull", "harmDisclosed", "exploitation", "stayed", "communicationNeed"]
    const marked = interviewFieldList.filter(([name]) => sensitive.includes(name))
    expect(marked).toHaveLength(sensitive.length)
    for (const [, { chat }] of marked) expect(chat).toBe("never")
  })
})

describe("what may be made into a message", () => {
  it("holds no field marked never, and every other one as it was", () => {
    fc.assert(
      fc.property(records, (record) => {
        const shown = forChat(record)
        for (const [name, field] of kept("record")) {
          const value = record[name as keyof InterviewRecord]
          if (field.chat === "never") expect(shown).not.toHaveProperty(name)
          else expect(shown[name as keyof InterviewRecord]).toEqual(value)
        }
      })
    )
  })
})

describe("a narrative", () => {
  const said = { helplineGiven: true, ownAccount: "MADE-UP: what the child told" }

  it("is refused where a record comes in, by name", () => {
    const refused = decodeInterviewRecord(said)
    expect(Result.isFailure(refused)).toBe(true)
    expect(String(Result.getOrThrow(Result.flip(refused)))).toContain("ownAccount")
    expect(Result.isSuccess(decodeInterviewRecord({ helplineGiven: true }))).toBe(true)
  })

  it("cannot be smuggled in as a code", () => {
    for (const record of [
      { push: ["her own words"] },
      { present: ["a neighbour"] },
      { risks: { gang: "she said that" } },
      { harm: { injury: "a long story" } },
      { hostAuthority: "12 Made Up Street" }
    ]) {
      expect(Result.isFailure(decodeInterviewRecord(record))).toBe(true)
    }
  })

  it("is not written into an event even by a caller without types", () => {
    const event = { _tag: "InterviewRecorded", interviewId: "interview-1", record: said } as unknown as PathwayEvent
    expect(JSON.stringify(Schema.encodeSync(PathwayEvent)(event))).not.toContain("MADE-UP")
    expect(foreignFields(said)).toEqual(["ownAccount"])
  })
})

it("a record written as JSON and read back is the same", () => {
  fc.assert(
    fc.property(records, (record) => {
      const text = JSON.stringify(Schema.encodeSync(InterviewRecord)(record))
      expect(Result.getOrThrow(decodeInterviewRecord(JSON.parse(text)))).toEqual(record)
    })
  )
})
