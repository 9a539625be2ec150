import { describe, expect, it } from "vitest"
import { freshPoliceReference, laterNotification, missingNotification } from "../../src/page/police/notification.ts"

const now = Date.UTC(2026, 10, 16, 9)
const about = { policeReference: " SYP-2026-T000001 ", childReference: " LCS-10432 " }

describe("a missing report", () => {
  it("is the notification the intake takes, with training time as the time it was sent", () => {
    const report = { ...about, absence: "missing", missingFrom: "care", risk: "medium", missingAt: now - 60_000 }
    expect(missingNotification({ ...report, reportedAt: now }, now)).toEqual({
      kind: "missing",
      policeReference: "SYP-2026-T000001",
      sentAt: "2026-11-16T09:00:00.000Z",
      child: { reference: "LCS-10432" },
      absence: "missing",
      missingFrom: "care",
      risk: "medium",
      missingAt: "2026-11-16T08:59:00.000Z",
      reportedAt: "2026-11-16T09:00:00.000Z"
    })
  })

  it("leaves out a time that was not given, so that the intake asks for it", () => {
    const report = { ...about, absence: "missing", missingFrom: "care", risk: "medium", missingAt: null }
    expect(missingNotification({ ...report, reportedAt: now }, now)).not.toHaveProperty("missingAt")
  })
})

describe("later news", () => {
  it.each([
    ["found", { foundAt: "2026-11-16T09:00:00.000Z" }],
    ["returned", { returnedAt: "2026-11-16T09:00:00.000Z" }],
    ["cancelled", { reason: "duplicate" }]
  ] as const)("of %s carries its own field and no other", (kind, own) => {
    expect(laterNotification({ ...about, kind, at: now, reason: " duplicate " }, now)).toEqual({
      kind,
      policeReference: "SYP-2026-T000001",
      sentAt: "2026-11-16T09:00:00.000Z",
      child: { reference: "LCS-10432" },
      ...own
    })
  })
})

describe("a fresh police reference", () => {
  it("is six digits behind a T, whatever the draw", () => {
    expect(freshPoliceReference(now, 0)).toBe("SYP-2026-T000000")
    expect(freshPoliceReference(now, 0.999_999_9)).toBe("SYP-2026-T999999")
  })
})
