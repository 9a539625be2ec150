/**
 * The ten steps of the guided tour, from the notification to the whole story. Each says what to do and is checked
 * against what really happened: the journal, the deliveries, and what was looked at.
 */
import { clocksOf } from "@safe-return/domain/deadlines"
import { type ChildReference, interviewStanding, owedWords, PersonId, whatIsLeft } from "@safe-return/domain/pathway"
import { triggersFired } from "@safe-return/domain/risk"
import { hours72InWords, londonDateTime, personInWords, workingDaysInWords } from "@safe-return/slack-bot"
import { Option } from "effect"
import type { TourPlace } from "../api.ts"
import { people, type TrainingPerson } from "../workspace/personas.ts"
import { app, missingChannel } from "../workspace/place.ts"
import { EXPLANATION } from "./Reads.ts"
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
  readonly todo: (child: ChildReference) => string
  readonly place: (facts: TourFacts) => TourPlace
  /** What shows that it was done, in words; undefined while it is not. */
  readonly check: (facts: TourFacts) => string | undefined
  /** It consists in looking at something: once done it stays done. */
  readonly isLooking?: true
}

export const tourSteps: ReadonlyArray<TourStep> = [
  {
    id: "notify",
    title: "The police notify the council",
    as: people.mash,
    todo: (child) =>
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
      return `The card is in the channel, and ${personInWords(PersonId.make(people.coordinator.id))} has looked.`
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
      return Option.match(clocksOf(episode), {
        onNone: () => undefined,
        onSome: (clocks) =>
          `${hours72InWords(clocks, episode.policy)}. ${workingDaysInWords(clocks, episode.policy)}. *What just happened* shows how the days were counted.`
      })
    }
  },
  {
    id: "assign",
    title: "The interview is assigned",
    as: people.manager,
    todo: (child) =>
      `Type \`/rhi assign ${child} @${people.interviewerOne.name}\` where messages are written and press *Send*. The button *Assign interview* on the card does the same.`,
    place: atTheCard,
    check: (facts) => recordedIf(facts, "InterviewAssigned")
  },
  {
    id: "told",
    title: "The interviewer is told",
    as: people.interviewerOne,
    todo: () => "Open the direct message from *Safe Return*: whoever is given an interview is told at once.",
    place: (facts) => {
      const alert = interviewerAlert(facts)
      return alert === undefined ? { in: app.name } : { in: alert.channel, message: alert.ts }
    },
    isLooking: true,
    check: (facts) => {
      const assigned = entryOf(facts, "InterviewAssigned")?.recorded.event
      const alert = interviewerAlert(facts)
      if (assigned?._tag !== "InterviewAssigned" || alert === undefined) return undefined
      const told = Object.values(people).find(({ id }) => id === assigned.interviewer)
      if (told === undefined || !seenBy(facts, told, alert)) return undefined
      return `The alert was sent ${londonDateTime(alert.sentAt)}, and ${personInWords(assigned.interviewer)} has looked.`
    }
  },
  {
    id: "reminder",
    title: "A reminder falls due",
    as: people.interviewerOne,
    todo: () =>
      "Move the training clock: press *+1 day* twice, at the top. Everything that falls due on the way is sent in order, each at its own time. The first reminder comes 24 hours before the 72 hours are over.",
    place: () => ({ in: app.name }),
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
    todo: (child) =>
      `Type \`/rhi log ${child}\` in the missing channel and press *Send*. Say when it was offered, *Accepted*, when it took place (after the return and not in the future) and where. For this tour, answer that harm was disclosed: *Yes*. Only codes are kept here; what the child said belongs in the case system.`,
    place: atTheCard,
    check: (facts) => recordedIf(facts, "InterviewCompleted")
  },
  {
    id: "trigger",
    title: "What chat does not say",
    as: people.manager,
    todo: () =>
      "Open *What just happened* above. Harm disclosed asks the allocated worker and the team manager for a decision. The rule is shown there with its evidence and source, and the channel says nothing of it.",
    place: () => ({ in: missingChannel.id, guide: "happened" }),
    isLooking: true,
    check: (facts) => {
      const completed = entryOf(facts, "InterviewCompleted")
      const looked = facts.lastLook(people.manager.id, EXPLANATION)
      if (completed === undefined || looked === undefined || looked < completed.recorded.recordedAt) return undefined
      const fired = triggersFired(facts.state, { now: looked }).find(({ predicate }) => predicate === "harm-disclosed")
      return fired === undefined
        ? "No harm was disclosed, so no rule asks for a decision."
        : `Met: ${fired.title.toLowerCase()}. ${fired.action}.`
    }
  },
  {
    id: "story",
    title: "The whole story",
    as: people.coordinator,
    todo: () =>
      "Open the thread of the card. Everything that happened stands there in order, with who recorded it and when.",
    place: (facts) => {
      const card = cardOf(facts)
      return { in: missingChannel.id, ...(card === undefined ? {} : { thread: card.ts }) }
    },
    isLooking: true,
    check: (facts) => {
      const episode = episodeOf(facts)
      const completed = entryOf(facts, "InterviewCompleted")
      const card = cardOf(facts)
      if (episode === undefined || completed === undefined || card === undefined) return undefined
      const looked = facts.lastLook(people.coordinator.id, card.channel, card.ts)
      const line = facts.delivered.get(`timeline:${completed.version}`)
      if (looked === undefined || line?._tag !== "Sent" || looked < line.sentAt) return undefined
      if (interviewStanding(facts.state, episode)._tag !== "Completed") return undefined
      const left = whatIsLeft(facts.state, episode).map((owed) => owedWords[owed])
      return left.length === 0
        ? "The interview is completed and nothing is left to do."
        : `The interview is completed. Before the episode can be closed: ${left.join("; ")}.`
    }
  }
]
