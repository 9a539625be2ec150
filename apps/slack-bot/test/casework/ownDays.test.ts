/** A council with days of its own: what people are shown agrees with what they are reminded of, and says why. */

import { undecidedTriggers } from "@safe-return/casework"
import {
  assigned,
  at,
  type Case,
  child,
  closedOn,
  completed,
  entriesOf,
  interviewer,
  missing,
  offered,
  onlyEpisode,
  openOn,
  returned,
  tell,
  withOwnDays
} from "@safe-return/casework/testing"
import { type Calendars, calendars, civilDay, type Instant } from "@safe-return/domain/calendar"
import { interviewQueue, remindersOf } from "@safe-return/domain/deadlines"
import { type ChildState, interviewStatus } from "@safe-return/domain/pathway"
import { type Policy, packs, rotherham } from "@safe-return/domain/policy"
import { emptyRoster } from "@safe-return/outreach"
import { completionInWords, owedMessages, reminderOf } from "@safe-return/outreach/testing"
import { Option } from "effect"
import { describe, expect, it } from "vitest"
import { whyView } from "../../src/forms/why/whyView.ts"
import { caseStatus } from "../../src/messages/caseStatus.ts"
import { interviewAssigned } from "../../src/messages/interviewAssigned.ts"
import { interviewQueueList } from "../../src/messages/interviewQueueList.ts"
import { movementRecorded } from "../../src/messages/movementRecorded.ts"
import { slackStyle } from "../../src/messages/slackStyle.ts"
import { textOf } from "../endToEnd/slackReading.ts"
import { everyHome } from "../home/everyHome.ts"
import { rendered, timelineLines } from "../messages/rendered.ts"

/** Back on Tuesday 24 November 2026 at 00:00: the third working day is Friday, or Monday where the office is closed on Thursday. */
const told = tell([missing(), returned(6), assigned(7)])
const thursday = civilDay(2026, 11, 26)
const closed = withOwnDays(closedOn(thursday))

const [FRIDAY, MONDAY] = ["working days: end of Fri 27 Nov", "working days: end of Mon 30 Nov"]

const deadline = ({ state }: Case, on: Calendars) => {
  const found = remindersOf(state, at(0), on).find(({ stage }) => stage._tag === "Before")
  if (found === undefined) throw new Error("no reminder of the deadline")
  return found
}

/** The same child under a policy that measures the offer in office hours. */
const offerOwed = ((): ChildState => {
  const triggers = packs["national-minimum"].triggers?.flatMap((setting) =>
    setting.rule === "offer-late"
      ? [{ ...setting, measured: "working-hours" as const, hours: { ...setting.hours, value: 16 } }]
      : []
  )
  const policy: Policy = { ...rotherham, ...(triggers === undefined ? {} : { triggers }) }
  return { ...told.state, episodes: told.state.episodes.map((episode) => ({ ...episode, policy })) }
})()

const owedKeys = (on: Calendars, now: Instant) =>
  owedMessages({
    child,
    state: offerOwed,
    entries: entriesOf(told.recorded),
    there: emptyRoster,
    calendars: on,
    delivered: new Map(),
    announceFrom: at(0),
    now
  }).map(({ key }) => key)

const surfaces: Readonly<Record<string, (on: Calendars, now: Instant) => unknown>> = {
  card: (on, now) => rendered({ _tag: "EpisodeCard", ...told, child, episode: onlyEpisode(told), calendars: on, now }),
  "/missing status": (on, now) => caseStatus({ ...told, child, episode: onlyEpisode(told), calendars: on, now }),
  "/missing returned": (on) => movementRecorded(child, told.state, onlyEpisode(told), on, true),
  "/rhi assign": (on) => interviewAssigned({ ...told, child, episode: onlyEpisode(told), interviewer, calendars: on }),
  "alert to the interviewer": (on) =>
    rendered({ _tag: "InterviewAssignment", ...told, child, episode: onlyEpisode(told), interviewer, calendars: on }),
  "/rhi queue": (on, now) =>
    interviewQueueList({ lines: interviewQueue(new Map([[child, told.state]]), now, on), now }),
  reminder: (on, now) =>
    rendered(reminderOf({ child, episode: onlyEpisode(told), reminder: deadline(told, on), calendars: on, now })),
  thread: (on) =>
    told.recorded.flatMap((recorded) => timelineLines({ child, recorded, state: told.state, calendars: on })),
  home: (on, now) => everyHome(told.state, now, on)
}

describe("a council with a day off of its own", () => {
  it.each(Object.entries(surfaces))("is shown the deadline it is reminded by: %s", (_, shown) => {
    const [own, nations] = [textOf(shown(closed, at(8))), textOf(shown(calendars, at(8)))]
    expect(own).toContain(MONDAY)
    expect(own).not.toContain(FRIDAY)
    expect(nations).toContain(FRIDAY)
    expect(nations).not.toContain(MONDAY)
  })

  it("is shown why: what was decided, who by and when", () => {
    const why = textOf(whyView(child, told.state, onlyEpisode(told), at(8), closed))
    expect(why).toContain("3 working days: Mon 30 Nov 2026")
    expect(why).toContain("Thu 26 Nov 2026: not counted, Offices closed (added by Made-up committee on Thu 1 Oct 2026)")
  })

  it("is told that the 3 working days were kept when they were by its own days", () => {
    const done = tell([missing(), returned(6), assigned(7), offered(8, "accepted"), completed(160)])
    const episode = onlyEpisode(done)
    const said = (on: Calendars) =>
      Option.getOrThrow(completionInWords(episode, interviewStatus(done.state, episode), on, slackStyle))
    expect(said(closed)).toContain("; within 3 working days")
    expect(said(calendars)).toContain("; not within 3 working days")
  })

  it("counts a bank holiday on which it works, and says so", () => {
    const back = tell([missing(720), returned(738)])
    const why = (on: Calendars) => textOf(whyView(child, back.state, onlyEpisode(back), at(740), on))
    const own = withOwnDays(openOn(civilDay(2026, 12, 28)))
    expect(why(own)).toMatch(
      /Mon 28 Dec 2026: working day \d \(Boxing Day.* struck by Made-up committee on Thu 1 Oct 2026: Offices open\)/
    )
    expect(why(calendars)).toContain("Mon 28 Dec 2026: not counted, Boxing Day")
  })

  it("has a trigger waiting for a decision, on the Home too, from the very hour it is told of it", () => {
    const hours = Array.from({ length: 120 }, (_, hour) => at(hour + 6))
    const firstOf = (is: (now: Instant) => boolean) => hours.findIndex(is)
    const decidedOn = (on: Calendars) => firstOf((now) => undecidedTriggers(offerOwed, now, on).length > 0)
    const toldOf = (on: Calendars) => firstOf((now) => owedKeys(on, now).some((key) => key.startsWith("trigger:")))
    const shownOn = (on: Calendars) =>
      firstOf((now) => textOf(everyHome(offerOwed, now, on)).includes("Interview not offered in time"))
    const twoDays = withOwnDays(closedOn(civilDay(2026, 11, 25)), closedOn(thursday))
    expect(decidedOn(calendars)).toBeGreaterThan(0)
    expect(decidedOn(twoDays)).toBe(decidedOn(calendars) + 48)
    for (const on of [calendars, twoDays]) {
      expect(toldOf(on)).toBe(decidedOn(on))
      expect(shownOn(on)).toBe(decidedOn(on))
    }
  })
})
