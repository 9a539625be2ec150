import { assigned, at, child, episodeId, manager, missing, returned, type Told } from "@safe-return/casework/testing"
import { rotherham } from "@safe-return/domain/policy"
import type { Message } from "@safe-return/outreach"
import { caseSnapshot, owedMessages, wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { rendered } from "./rendered.ts"

const died: Told = { by: manager, now: at(5), command: { _tag: "RecordDeath", knownFrom: at(5), by: manager } }

describe("a child's death in Slack", () => {
  it("is told in words without a picture, a finding, a return or an interview to arrange", () => {
    const words = owedMessages(caseSnapshot([missing(), returned(3), assigned(4), died]))
      .map(({ message }) => wordsOf(rendered(message())))
      .join("\n")
    expect(words).not.toMatch(/:[a-z_]+:|[Ff]ound|[Rr]eturned|assign|log-interview|case closed|Case closed/)
    expect(words).toContain("This child has died.")
  })

  it("takes the buttons from an alert that was sent before", () => {
    const words = wordsOf(rendered({ _tag: "RequestOver", child, outcome: { _tag: "Unsaid" } }))
    expect(words).toContain("Nothing is asked of you here any more")
    expect(words).not.toMatch(/missing|action_id/)
  })

  it("shows a later report with both ways on, until a person says the record is right", () => {
    const { notification } = missing(10).command as Extract<Told["command"], { readonly _tag: "ReceiveNotification" }>
    const report = { notification, receivedAt: at(11), newEpisodeId: episodeId, policy: rotherham }
    const words = (message: Message) => wordsOf(rendered(message))
    expect(words({ _tag: "ReportAfterDeath", child, episodeId, report })).toContain("take-back-death")
    const settled = words({ _tag: "ReportAfterDeath", child, episodeId, report: { ...report, lookedAt: at(12) } })
    expect(settled).toContain("the record of the death is right")
    expect(settled).not.toContain("take-back-death")
  })
})
