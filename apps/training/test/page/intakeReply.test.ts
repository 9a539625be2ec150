import { describe, expect, it } from "vitest"
import { explainReply } from "../../src/page/police/intakeReply.ts"

describe("the intake's answer", () => {
  it("names the episode that was opened", () => {
    expect(explainReply({ status: 202, body: { episodeId: "EP-1", status: "recorded" } })).toEqual({
      isAccepted: true,
      sentence: "Accepted and kept as episode EP-1.",
      faults: []
    })
  })

  it("says that a find was kept for a report still to come", () => {
    const body = { episodeId: null, status: "kept until its missing notification" }
    expect(explainReply({ status: 202, body }).sentence).toBe("Accepted: kept until its missing notification.")
  })

  it("says that a repeat did nothing", () => {
    expect(explainReply({ status: 200, body: { episodeId: "EP-1" } }).sentence).toBe(
      "Received before: nothing was done twice."
    )
  })

  it("gives each field's fault as a sentence, whether it names the field by path or by pointer", () => {
    const body = {
      title: "The notification cannot be read",
      detail: "Nothing was recorded.",
      errors: [
        { field: "child.reference", detail: "is required" },
        { pointer: "#/missingAt", detail: "This is after the report." }
      ]
    }
    expect(explainReply({ status: 400, body })).toEqual({
      isAccepted: false,
      sentence: "Nothing was recorded.",
      faults: [
        { field: "child.reference", fault: "Child reference is required." },
        { field: "missingAt", fault: "This is after the report." }
      ]
    })
  })

  it("has a sentence of its own where the body says nothing", () => {
    expect(explainReply({ status: 409, body: "" }).sentence).toMatch(/already sent with other content/)
    expect(explainReply({ status: 503, body: undefined }).isAccepted).toBe(false)
  })
})
