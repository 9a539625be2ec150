import { at, cases } from "@safe-return/casework/testing"
import { isOpen } from "@safe-return/domain/pathway"
import fc from "fast-check"
import { expect, it } from "vitest"
import type { Message } from "../../src/message/Message.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { everyKind } from "../../testing/everyKind.ts"

const plain = makePlainTextRenderer((person) => person)

/** It would stand unchanged, for as long as it takes, if nothing was at work any more. */
const WITH_YEAR: Message["_tag"] = "Heartbeat"

/** `Mon 23 Nov 2026`: a police reference may hold a year too. */
const dateWithYear = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} \d{4}/

/** The first line with a date and its year, as a reader gets it. */
const yearIn = (message: Message): string | undefined => {
  const { subject, lines } = plain.render(message)
  return [subject, ...lines].find((line) => dateWithYear.test(line))
}

/** A card stands for good, with its year, once its episode is closed. */
const isOfClosed = (message: Message): boolean => message._tag === "EpisodeCard" && !isOpen(message.episode)

const SEASON = 600

it("no message writes the year of a time within six months", () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: SEASON }), (given, hours) => {
      for (const message of everyKind(given, at(hours))) {
        if (message._tag === WITH_YEAR || isOfClosed(message)) continue
        seen.add(message._tag)
        expect([message._tag, yearIn(message)]).toEqual([message._tag, undefined])
      }
    }),
    { numRuns: 60 }
  )
  expect(seen.size).toBeGreaterThan(60)
})

/** What is said of a child long after they were last seen, or of an absence that began after. */
const ofLongAgo: ReadonlyArray<Message["_tag"]> = [
  "CancellationQuestion",
  "CancellationSettled",
  "CoverRequest",
  "DutyList",
  "EpisodeCard",
  "EpisodeHandedOver",
  "HandoverList",
  "HandoverOver",
  "InterviewGivenUp",
  "Morning",
  "OverdueList",
  "ReportSettled",
  "RecordsJoined",
  "ReturnSummary"
]

it("a message writes the year of a time more than six months away from it", () => {
  const withYear = new Set<string>()
  fc.assert(
    fc.property(cases, (given) => {
      for (const message of everyKind(given, at(SEASON + 300 * 24))) {
        if (yearIn(message) !== undefined) withYear.add(message._tag)
      }
    }),
    { numRuns: 60 }
  )
  expect([...withYear]).toEqual(expect.arrayContaining([...ofLongAgo]))
})
