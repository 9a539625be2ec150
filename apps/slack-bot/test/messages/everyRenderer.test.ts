/** Whatever has happened, every kind of message can be said in Slack, in plain text and by GOV.UK Notify. */
import { at, cases, child } from "@safe-return/casework/testing"
import { Instant } from "@safe-return/domain/calendar"
import { type Message, makePlainTextRenderer } from "@safe-return/outreach"
import { everyKind, makeNotifyRenderer } from "@safe-return/outreach/testing"
import { checkMessage } from "@safe-return/slack-testkit"
import fc from "fast-check"
import { expect, it } from "vitest"
import { slackParts } from "../../src/messages/slackParts.ts"
import { rendered } from "./rendered.ts"

const notifyRenderer = makeNotifyRenderer()
const plainText = makePlainTextRenderer((person) => `person ${person.slice(2).toLowerCase()}`)

/** About nobody in particular, or written for readers who must not learn who it is about. */
const withoutReference: ReadonlySet<Message["_tag"]> = new Set<Message["_tag"]>([
  "OutsideAlert",
  "WithheldAlert",
  "OutsideAllClear",
  "OutsideAcknowledged",
  "OutsideNotice",
  "UndeliveredFault",
  "UnreachablePerson",
  "ReachableAgain",
  "CoverRequest",
  "CoverOver",
  "CoverGone",
  "CoverGoneOver",
  "CoverHandedBack",
  "AwayRecorded",
  "AwayRecordedOver",
  "DutyGiven",
  "DutyOff",
  "HandoverList",
  "HandoverOver",
  "ReturnSummary",
  "MorningSummary",
  "ScorecardPost",
  "CountsReport",
  "ShadowComparison",
  "WentLive",
  "IncidentWarning",
  "IncidentOver",
  "DutyAllClear",
  "EarlierIncidentOver",
  "Heartbeat",
  // It names children by the education reference alone.
  "EducationMorning"
])

const moments = fc.integer({ min: at(0), max: at(600) }).map((moment) => Instant(moment))

/** What Slack alone understands: a mention, a sign, anything in bold or in code. */
const slackMarks = /<[@#!]|:[a-z_]+:|\*|`|&(?:amp|lt|gt);/

it("all three renderers say every kind of message, and plain text has no mark of Slack's", () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(cases, moments, (given, now) => {
      for (const message of everyKind(given, now)) {
        seen.add(message._tag)
        expect(checkMessage(rendered(message))).toEqual([])
        expect(notifyRenderer.render(message).what_to_do).not.toBe("")
        const { subject, lines } = plainText.render(message)
        const words = [subject, ...lines].join("\n")
        expect(lines.join("").trim()).not.toBe("")
        expect(subject.trim()).not.toBe("")
        expect(words).not.toMatch(slackMarks)
        if (!withoutReference.has(message._tag)) expect(words).toContain(child)
      }
    })
  )
  expect([...seen].toSorted()).toEqual(Object.keys(slackParts).toSorted())
})

it("outside Slack nothing is said of a child but that a message waits", () => {
  fc.assert(
    fc.property(cases, moments, (given, now) => {
      for (const message of everyKind(given, now)) {
        const words = notifyRenderer.render(message).what_to_do
        expect(words).not.toContain(child)
        if (!message._tag.startsWith("Outside")) expect(words).toBe("A message waits for you in Slack.")
      }
    }),
    { numRuns: 10 }
  )
})

it("a message that may have been sent before says so on every channel", () => {
  const message: Message = { _tag: "RequestOver", child, outcome: { _tag: "Unsaid" } }
  const marks = { mayBeRepeated: true }
  const said = [
    rendered(message, marks).text,
    notifyRenderer.render(message, marks).what_to_do,
    plainText.render(message, marks).lines.join("\n")
  ]
  for (const words of said) expect(words).toContain("May have been sent before")
})

it("an alert in plain text names the workspace that its readers use", () => {
  const inTeams = makePlainTextRenderer(String, "Teams")
  for (const message of [{ _tag: "OutsideAlert" }, { _tag: "WithheldAlert" }] as const) {
    const words = inTeams.render(message).lines.join("\n")
    expect(words).toContain("Teams")
    expect(words).not.toContain("Slack")
  }
})
