import { at, type Case, cases, child, interviewer, worker } from "@safe-return/casework/testing"
import { calendars, Instant } from "@safe-return/domain/calendar"
import { interviewQueue, remindersOf } from "@safe-return/domain/deadlines"
import { alertOf, type ChildState, type Interview, interviewStatus, type Risk } from "@safe-return/domain/pathway"
import { triggersFired } from "@safe-return/domain/risk"
import { reminderOf, wordsOf } from "@safe-return/outreach/testing"
import { checkMessage } from "@safe-return/slack-testkit"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { MessageContent } from "../../src/blocks/blocks.ts"
import { interviewAssigned } from "../../src/messages/interviewAssigned.ts"
import { interviewQueueList } from "../../src/messages/interviewQueueList.ts"
import { rendered, timelineLines } from "./rendered.ts"

const moments = fc.integer({ min: at(0), max: at(600) }).map((moment) => Instant(moment))

const everyMessage = ({ state, recorded }: Case, now: Instant): ReadonlyArray<MessageContent> => [
  ...state.episodes.flatMap((episode) => [
    rendered({ _tag: "EpisodeCard", calendars, child, state, episode, now }),
    rendered({ _tag: "EpisodeCard", calendars, child, state, episode, allocatedWorker: worker, now }),
    rendered({ _tag: "MissingAlert", child, episode, reader: worker }),
    rendered({ _tag: "RepeatAlert", child, episode }),
    rendered({
      _tag: "EscalationAlert",
      child,
      episode,
      before: [{ who: "worker", people: [worker], at: now }],
      reader: interviewer
    }),
    rendered({
      _tag: "EpisodeCard",
      calendars,
      child,
      state,
      episode,
      now,
      alert: {
        told: [{ who: "team-manager", people: [], at: now }],
        acknowledgements: alertOf(episode).acknowledgements,
        hasStopped: false,
        next: now
      }
    }),
    rendered({ _tag: "ConsiderationsRequest", child, episode, questions: ["exploitation"] }),
    rendered({
      _tag: "UndeliveredNotice",
      child,
      key: `worker-alert:${episode.id}`,
      person: worker,
      reason: "user_not_found"
    }),
    rendered({ _tag: "UndeliveredNotice", child, key: `card:${episode.id}`, reason: "http_503" }),
    rendered({
      _tag: "UndeliveredAlert",
      child,
      key: `worker-alert:${episode.id}`,
      person: worker,
      reason: "user_not_found"
    }),
    interviewAssigned({ calendars, child, state, episode, interviewer }),
    rendered({ _tag: "InterviewAssignment", calendars, state, child, episode, interviewer })
  ]),
  ...recorded.flatMap((entry) => timelineLines({ calendars, child, recorded: entry, state })),
  ...remindersOf(state, now, calendars).flatMap((due) =>
    state.episodes
      .filter(({ id }) => id === due.episodeId)
      .flatMap((episode) => {
        const standing = interviewStatus(state, episode)
        const known = standing._tag === "Assigned" ? { interviewer: standing.interview.interviewer } : {}
        return [rendered(reminderOf({ calendars, child, episode, reminder: due, now, managers: [worker], ...known }))]
      })
  ),
  ...triggersFired(state, { calendars, now })
    .filter(({ mayGoToChat }) => mayGoToChat)
    .map((firing) => rendered({ _tag: "TriggerAlert", child, firing, state })),
  ...state.early.map((notification) => rendered({ _tag: "EarlyNews", child, notification })),
  interviewQueueList({ lines: interviewQueue(new Map([[child, state]]), now, calendars), now })
]

const withRisk = (state: ChildState, risk: Risk): ChildState => ({
  ...state,
  episodes: state.episodes.map((episode) => ({ ...episode, risk }))
})

const withoutOutcome = (state: ChildState): ChildState => {
  const interviews = state.interviews.map(
    (interview): Interview =>
      interview.completed === undefined
        ? interview
        : {
            ...interview,
            completed: { ...interview.completed, venue: "phone", harmDisclosed: "no", exploitation: [], followUp: [] }
          }
  )
  // What was replaced stays with the state, though no copy by its keys would take it along.
  return Object.defineProperties({ ...state, interviews }, { replaced: { value: state.replaced } })
}

describe("every message", () => {
  it("is one that Slack takes", () => {
    fc.assert(
      fc.property(cases, moments, (told, now) => {
        for (const message of everyMessage(told, now)) expect(checkMessage(message)).toEqual([])
      })
    )
  })

  it("says the same whatever the risk grade is, and never a reason", () => {
    fc.assert(
      fc.property(cases, moments, (told, now) => {
        const low = everyMessage({ ...told, state: withRisk(told.state, "no-apparent") }, now)
        const high = everyMessage({ ...told, state: withRisk(told.state, "high") }, now)
        expect(high).toEqual(low)
        expect(wordsOf(low)).not.toContain("SECRET-REASON")
      })
    )
  })

  it("says the same whatever the interview brought out", () => {
    fc.assert(
      fc.property(cases, moments, (told, now) => {
        expect(everyMessage({ ...told, state: withoutOutcome(told.state) }, now)).toEqual(everyMessage(told, now))
      })
    )
  })

  it("that goes to an administrator is about no child in particular", () => {
    const message = rendered({ _tag: "UndeliveredFault", child, key: "card:episode-1", reason: "is_archived" })
    expect(checkMessage(message)).toEqual([])
    expect(wordsOf([message])).not.toContain(child)
  })

  it("shows the reference on a lock screen", () => {
    fc.assert(
      fc.property(cases, moments, (told, now) => {
        const aboutTheChild = everyMessage(told, now).slice(0, -1)
        for (const { text } of aboutTheChild) expect(text).toContain(child)
      })
    )
  })
})
