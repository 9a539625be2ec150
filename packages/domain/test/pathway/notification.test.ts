import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { ChildReference, Notification, PoliceReference } from "../../src/pathway/index.ts"
import { at } from "./madeUpChild.ts"

const envelope = {
  policeReference: "MADE-UP-POLICE-1",
  sentAt: "2026-11-16T09:00:00Z",
  child: { reference: "MADE-UP-1" }
}
const whole = {
  kind: "missing",
  ...envelope,
  absence: "missing",
  missingFrom: "care",
  risk: "medium",
  missingAt: "2026-11-16T08:00:00Z",
  reportedAt: "2026-11-16T08:30:00+00:00"
}

const decode = Schema.decodeUnknownResult(Notification)

describe("a notification as it is sent", () => {
  it("decodes, with its times as moments", () => {
    expect(Schema.decodeUnknownSync(Notification)(whole)).toMatchObject({ kind: "missing", missingAt: at(0) })
  })

  it.each([
    ["found", { foundAt: "2026-11-16T16:00:00Z" }],
    ["returned", { returnedAt: "2026-11-16T18:00:00Z" }],
    ["updated", { risk: "high" }],
    ["cancelled", { reason: "recorded in error" }]
  ])("may be %s", (kind, facts) => {
    expect(decode({ kind, ...envelope, ...facts })._tag).toBe("Success")
  })

  it.each([
    ["of a kind we do not know", { kind: "lost" }],
    ["with a time that has no offset", { missingAt: "2026-11-16T08:00:00" }],
    ["with a day that does not exist", { missingAt: "2026-02-30T08:00:00Z" }],
    ["with the old police word for the lowest risk", { risk: "absent" }],
    ["without the time of the disappearance", { missingAt: undefined }],
    ["with a name for a reference", { child: { reference: "Madeup Person" } }],
    ["with no child", { child: undefined }]
  ])("is refused %s", (_, edit) => {
    expect(decode({ ...whole, ...edit })._tag).toBe("Failure")
  })

  it("is refused when what it is about is absent", () => {
    for (const kind of ["found", "returned", "cancelled"]) expect(decode({ kind, ...envelope })._tag).toBe("Failure")
  })
})

describe("a reference", () => {
  it.each(["LCS-10432", "1", "a.b_c/d-9"])("for a child may be %s", (text) => {
    expect(Schema.is(ChildReference)(text)).toBe(true)
  })

  it.each(["Madeup", "Madeup Person", "-1", "", "LCS 10432", "1".repeat(41), "LCS-10432\n"])(
    "for a child may not be %j: it is shown in messages and must never be a name",
    (text) => {
      expect(Schema.is(ChildReference)(text)).toBe(false)
    }
  )

  it("of the police has 3 to 64 plain characters", () => {
    const is = Schema.is(PoliceReference)
    expect([is("SYP-2026-0001234"), is("ABC"), is("AB"), is("A".repeat(65)), is("SYP 1234")]).toEqual([
      true,
      true,
      false,
      false,
      false
    ])
  })
})
