/** The ten steps of the guided tour, each checked against the journal, the deliveries and what was looked at. */
import { hasDecisionLeft } from "@safe-return/casework"
import { calendars, Instant } from "@safe-return/domain/calendar"
import { clocksOf } from "@safe-return/domain/deadlines"
import { PersonId, type RemainingTask, remainingTasks, remainingTaskWords } from "@safe-return/domain/pathway"
import { triggersFired } from "@safe-return/domain/risk"
import { slackStyle } from "@safe-return/slack-bot"
import { elapsedClockInWords, londonDateTime, workingDaysInWords } from "@safe-return/wording"
import { Option } from "effect"
import type { TourPlace } from "../api.ts"
import { people, type TrainingPerson } from "../workspace/personas.ts"
import { app, missingChannel } from "../workspace/place.ts"
import {
  atTheCard,
  cardOf,
  entryOf,
  episodeOf,
  interviewerAlert,
  recordedIf,
  seenBy,
  sentWhere,
  type TourFacts
} from "./TourFacts.ts"

export interface TourStep {
  readonly id: string
  readonly title: string
  readonly as: TrainingPerson
  readonly todo: (facts: TourFacts) => string
  readonly place: (facts: TourFacts) => TourPlace
  /** What shows that it was done, in words; undefined while it is not. */
  readonly check: (facts: TourFacts) => string | undefined
  /** It consists in looking at something: once done it stays done. */
  readonly isLooking?: true
}

/** What the MASH records before the case is the Missing Co-ordinator's. */
const ofTheMash = new Set<RemainingTask>(["case-reference", "allocation", "screening", "hand-over"])

const leftOf = (facts: TourFacts): ReadonlyArray<RemainingTask> => {
  const episode = episodeOf(facts)
  if (episode === undefined) return []
  const now = Instant(Math.max(0, ...facts.entries.map(({ recorded }) => recorded.recordedAt)))
  const waits = hasDecisionLeft(facts.state, episode.id, { now, calendars })
  return [...remainingTasks(facts.state, episode), ...(waits ? (["decision"] as const) : [])]
}

export const tourSteps: ReadonlyArray<TourStep> = [
  {
    id: "notify",
    title: "The police notify the council",
    as: people.mash,
    todo: ({ child }) =>
      `Open *Police and MASH* at the side. Under *Report a child missing*, type the child reference \`${child}\` and press *Report missing*. Leave the rest as it is.`,
    place: () => ({ in: "police" }),
    check: (facts) => recordedIf(facts, "EpisodeOpened")
  },
  {
    id: "alert",
    title: "The alert is seen",
    as: people.coordinator,
    todo: () =>
      "Look at the newest card in the missing channel. It names a case reference and never a child. It says what comes next; there is no deadline while the child is missing.",
    place: atTheCard,
    isLooking: true,
    check: (facts) => {
      const card = cardOf(facts)
      if (card === undefined || !seenBy(facts, people.coordinator, card)) return undefined
      return `The card is in the channel, and ${slackStyle.person(PersonId.make(people.coordinator.id))} has looked.`
    }
  },
  {
    id: "screen",
    title: "The MASH screens and hands over",
    as: people.mash,
    todo: ({ child }) =>
      `On the card, press *More*, then *MASH screening*, or type \`/missing screen ${child}\`. Choose *Nobody, and there is a concern: MASH screens* and *Social Care*, hand over to *${people.coordinator.name}*, and give the case system’s reference of the notification, such as \`LL-2026-1\`.`,
    place: atTheCard,
    check: (facts) => {
      const isLeft = leftOf(facts).some((owed) => ofTheMash.has(owed))
      return isLeft ? undefined : recordedIf(facts, "HandedOver")
    }
  },
  {
    id: "found",
    title: "The child is found",
    as: people.coordinator,
    todo: () => "On the card, press *Found*, then *Record found*. Found is not yet back: the interview’s clocks wait.",
    place: atTheCard,
    check: (facts) => {
      const progress = episodeOf(facts)?.progress._tag
      return (
        recordedIf(facts, "ChildFound") ??
        (progress === "Returned" ? "The return was recorded at once, which says found too." : undefined)
      )
    }
  },
  {
    id: "returned",
    title: "The child is back: both clocks start",
    as: people.coordinator,
    todo: () =>
      "On the card, press *Returned* and record it. Two deadlines appear: 72 hours, nights and weekends included, and the scorecard’s 3 working days.",
    place: atTheCard,
    check: (facts) => {
      const episode = episodeOf(facts)
      if (episode?.progress._tag !== "Returned") return undefined
      return Option.match(clocksOf(episode, calendars), {
        onNone: () => undefined,
        onSome: (clocks) =>
          `${elapsedClockInWords(clocks, episode.policy)}. ${workingDaysInWords(clocks, episode.policy)}. *What just happened* shows how the days were counted.`
      })
    }
  },
  {
    id: "assign",
    title: "The interview is assigned, and the interviewer told",
    as: people.manager,
    todo: ({ child }) =>
      `Type \`/rhi assign ${child} @${people.interviewerOne.name}\` where messages are written and press *Send*. *More* on the card leads to the same. The interviewer is told at once.`,
    place: atTheCard,
    check: (facts) => {
      const recorded = recordedIf(facts, "InterviewAssigned")
      const alert = interviewerAlert(facts)
      return recorded === undefined || alert === undefined
        ? undefined
        : `${recorded} The interviewer was told ${londonDateTime(alert.sentAt)}.`
    }
  },
  {
    id: "reminder",
    title: "A reminder falls due",
    as: people.interviewerOne,
    todo: () =>
      "Read the alert in the direct message from *Safe Return*. Then move the training clock: press *+1 day* twice, at the top. Everything that falls due on the way is sent in order, each at its own time. The first reminder comes 24 hours before the 72 hours are over.",
    place: (facts) => {
      const alert = interviewerAlert(facts)
      return alert === undefined ? { in: app.name } : { in: alert.channel, message: alert.ts }
    },
    check: (facts) => {
      const id = episodeOf(facts)?.id
      const sent = id === undefined ? undefined : sentWhere(facts, (key) => key.startsWith(`reminder:${id}:`))
      return sent === undefined ? undefined : `The reminder was sent ${londonDateTime(sent.sentAt)}.`
    }
  },
  {
    id: "log",
    title: "The interview is logged",
    as: people.interviewerOne,
    todo: ({ child }) =>
      `Type \`/rhi log ${child}\` in the missing channel and press *Send*. Say when it was offered, *Accepted*, when it took place (after the return and not in the future) and where. For this tour, answer under *Harm disclosed*: *Yes, the child told of it*. Only codes are kept here; what the child said belongs in the case system.`,
    place: atTheCard,
    check: (facts) => recordedIf(facts, "InterviewCompleted")
  },
  {
    id: "trigger",
    title: "What chat does not say is decided",
    as: people.coordinator,
    todo: () =>
      "*Safe Return* has written to you that a decision waits, and not about what: press *Open* there. Harm disclosed asks for it, and nobody is allocated to the child, so it is for you or the MASH. Answer with a reason in a few words and press *Record*. The channel says nothing of it; *What just happened* above shows the rule with its evidence and source. The episode cannot close before.",
    place: () => ({ in: app.name }),
    check: (facts) => {
      const completed = entryOf(facts, "InterviewCompleted")
      if (completed === undefined) return undefined
      const now = completed.recorded.recordedAt
      const fired = triggersFired(facts.state, { calendars, now }).find(
        ({ predicate }) => predicate === "harm-disclosed"
      )
      if (fired === undefined) return "No harm was disclosed, so no rule asks for a decision."
      return fired.standing._tag === "Open" ? undefined : recordedIf(facts, "TriggerDecided")
    }
  },
  {
    id: "closed",
    title: "The case is closed",
    as: people.coordinator,
    todo: (facts) => {
      const { child } = facts
      const left = leftOf(facts).map((owed) => remainingTaskWords[owed])
      const closing =
        "On the card, press *More*, then *Close*, then *Close episode*. The card’s thread tells the whole story."
      return left.length === 0
        ? closing
        : `Type \`/missing close ${child}\` and press *Send*: the answer says what is left to do: ${left.join("; ")}. The interview’s reference goes into the last step of \`/rhi record ${child}\`; press *Save and go on* until it comes, and give one such as \`LL-2026-2\`. ${closing}`
    },
    place: (facts) => {
      const card = cardOf(facts)
      return { in: missingChannel.id, ...(card === undefined ? {} : { thread: card.ts }) }
    },
    check: (facts) =>
      episodeOf(facts)?.closure?._tag === "Closed"
        ? `${recordedIf(facts, "EpisodeClosed") ?? "Closed."} Nothing is left to do; the whole story stands in the card’s thread.`
        : undefined
  }
]
