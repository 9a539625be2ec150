/** What Slack adds to the sentences of a message: its buttons, and its signs. */
import {
  at,
  child,
  episodeId,
  interviewer,
  manager,
  missing,
  onlyEpisode,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { remindersOf } from "@safe-return/domain/deadlines"
import type { Message } from "@safe-return/outreach"
import { reminderOf, wordsOf } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { rendered } from "./rendered.ts"

const shownOf = (message: Message): string => wordsOf(rendered(message))
const ACKNOWLEDGE = '"action_id":"acknowledge"'

const acknowledged: Told = {
  by: worker,
  now: at(5),
  command: { _tag: "AcknowledgeAlert", episodeId, by: worker, as: ["worker"], alert: 1 }
}

it("an alert shows who has acknowledged it, and asks every other reader still", () => {
  const episode = onlyEpisode(tell([missing(), acknowledged]))
  for (const alert of [
    { _tag: "MissingAlert", child, episode, reader: manager },
    { _tag: "EscalationAlert", child, episode, before: [], reader: manager }
  ] as const) {
    expect(shownOf(alert)).toContain(`Alert acknowledged by <@${worker}>`)
    expect(shownOf(alert)).toContain(ACKNOWLEDGE)
    expect(shownOf({ ...alert, reader: worker })).not.toContain(ACKNOWLEDGE)
    expect(shownOf({ ...alert, isAnswered: true })).not.toContain(ACKNOWLEDGE)
    // Named once, and why the reader is asked all the same.
    expect(JSON.stringify(rendered(alert).blocks).split(`<@${worker}>`)).toHaveLength(2)
    expect(shownOf(alert)).toContain("You are asked too")
    expect(shownOf({ ...alert, isAnswered: true })).not.toContain("You are asked too")
  }
})

it("an alert that reached nobody asks its readers in the channel to acknowledge it", () => {
  const words = shownOf({ _tag: "UnreachedAlert", child, episode: onlyEpisode(tell([missing()])) })
  expect(words).toContain("Nobody could be told")
  expect(words).toContain(ACKNOWLEDGE)
})

it("a question is asked with buttons, and shown without them once it is settled", () => {
  const { state } = tell([missing(), returned(6)])
  const about = { child, episode: onlyEpisode({ state, recorded: [] }) }
  expect(shownOf({ _tag: "CancellationQuestion", ...about, state, sentAt: at(8) })).toContain('"action_id"')
  const settled = { _tag: "CancellationDeclined", by: interviewer, at: at(9) } as const
  const words = shownOf({ _tag: "CancellationSettled", ...about, settled })
  expect(words).not.toContain('"action_id"')
  expect(words).toContain(`<@${interviewer}>`)
  expect(shownOf({ _tag: "InterviewSettled", child })).not.toContain('"action_id"')
})

it("every reminder has a button to ask why, and one of a breach is loud and names the managers", () => {
  const { state } = tell([missing(), returned(6)])
  const [episode] = state.episodes
  if (episode === undefined) throw new Error("no episode was opened")
  const reminders = remindersOf(state, at(79), calendars).filter(({ stage }) => stage._tag !== "OverdueMorning")
  expect(new Set(reminders.map(({ stage }) => stage._tag)).size).toBeGreaterThan(2)
  for (const reminder of reminders) {
    const message = reminderOf({ child, episode, reminder, managers: [manager], calendars, now: at(79) })
    expect(shownOf(message)).toContain('"action_id":"why"')
    if (message._tag !== "InterviewOverdue") continue
    expect(rendered(message).text.startsWith(":rotating_light:")).toBe(true)
    expect(shownOf(message)).toContain(`<@${manager}>: as team manager`)
  }
})

it("an alert can be answered with a find or a return until the child is back", () => {
  const alertOf = (...told: ReadonlyArray<Told>) =>
    shownOf({ _tag: "MissingAlert", child, episode: onlyEpisode(tell(told)), reader: worker })
  for (const action of ["found", "returned"]) {
    expect(alertOf(missing())).toContain(`"action_id":"${action}"`)
    expect(alertOf(missing(), returned(6))).not.toContain(`"action_id":"${action}"`)
  }
})

it("an interviewer can record an offer, an attempt or the outcome, or give the interview up", () => {
  const told = tell([missing(), returned(6)])
  const episode = onlyEpisode(told)
  const words = shownOf({ _tag: "InterviewAssignment", ...told, child, episode, interviewer, calendars })
  for (const action of ["offer", "attempt", "log-interview", "unassign"]) {
    expect(words).toContain(`"action_id":"${action}"`)
  }
})

it("what is for an interviewer who is away offers to change them, where nobody covers", () => {
  const told = tell([missing(), returned(6)])
  const episode = onlyEpisode(told)
  const asked = { _tag: "InterviewAssignment", ...told, child, episode, interviewer, calendars } as const
  const absence = { person: interviewer }
  const copy = shownOf({ ...asked, isCopy: true, absence })
  expect(copy).toContain("Change interviewer")
  expect(copy).not.toContain('"action_id":"offer"')
  const covered = shownOf({ ...asked, isCopy: true, absence: { ...absence, cover: manager } })
  expect(covered).not.toContain("Change interviewer")
  const state = tell([missing(), returned(6)]).state
  const reminder = remindersOf(state, at(90), calendars).find(({ stage }) => stage._tag === "Breach")
  if (reminder === undefined) throw new Error("no reminder is due")
  const facts = { child, episode, reminder, calendars, now: at(90), interviewer }
  expect(shownOf(reminderOf({ ...facts, absence }))).toContain("Change interviewer")
  expect(shownOf(reminderOf(facts))).not.toContain("Change interviewer")
})

it("an interviewer who lost an interview reads who has it, what of their plan, and no reason", () => {
  const lost = { _tag: "InterviewLost", lostAt: at(20), child, interviewer } as const
  const plan = { at: at(40), isCarried: true }
  const given = shownOf({ ...lost, outcome: { _tag: "InterviewWith", interviewer: manager }, plan })
  expect(given).toContain(`<@${manager}> has the return home interview of ${child} now`)
  expect(given).toContain("The time you had planned, Wed 25 Nov, 10:00, goes with it.")
  const dropped = { ...plan, isCarried: false }
  const nobody = shownOf({ ...lost, outcome: { _tag: "InterviewWith", interviewer: undefined }, plan: dropped })
  expect(nobody).toContain("waits to be assigned")
  expect(nobody).toContain("The time you had planned, Wed 25 Nov, 10:00, is dropped.")
  expect(nobody).not.toContain("cannot carry it out")
})
