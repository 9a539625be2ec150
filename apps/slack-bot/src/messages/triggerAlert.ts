import { latestEpisode } from "@safe-return/domain/pathway"
import { type Firing, standingWords } from "@safe-return/domain/risk"
import { episodeStatus, londonDateTime } from "@safe-return/wording"
import { Option } from "effect"
import type { Facts } from "../delivery/message/Message.ts"
import type { TriggerAlert } from "../delivery/message/taskMessages.ts"
import { decideButton } from "../forms/triggerDecisions/triggerDecisionsView.ts"
import { whyButton } from "../forms/why/whyView.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { actions, context, header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

const levelWords: Readonly<Record<Firing["level"], string>> = {
  must: "must be done",
  consider: "to be considered"
}

/** A time limit nobody has confirmed says so itself: the rule may be confirmed where its time limit is not. */
const timeLimitInWords = ({ amount, unit, verified }: NonNullable<Firing["timeLimit"]>): string => {
  const many = amount === 1 ? "" : "s"
  return `${amount} ${unit === "hours" ? "hour" : "working day"}${many}${verified ? "" : " (a working choice)"}`
}

/** Evidence shown at most: a child with dozens of episodes must not push the action off the screen. */
const DATES_SHOWN = 10

/** A risk trigger that was met: what it asks, of whom, on what evidence and by which rule. */
export const triggerAlert = ({ child, firing, state }: Facts<TriggerAlert>): MessageContent => {
  const because = escapeSlack(firing.because)
  const earlier = firing.dates.length - DATES_SHOWN
  const dates = firing.dates.slice(-DATES_SHOWN).map((date) => `• Last seen ${londonDateTime(date)}`)
  const latest = latestEpisode(state)
  const status = Option.map(latest, (episode) => episodeStatus(state, episode))
  const title = escapeSlack(firing.title)
  const limit = firing.timeLimit === undefined ? "" : `\n*Within:* ${timeLimitInWords(firing.timeLimit)}`
  const became = standingWords(firing.standing)
  const verification = firing.verified ? "" : " This is a working number, not verified."
  return {
    text: `${escapeSlack(child)}: ${title.charAt(0).toLowerCase()}${title.slice(1)}. ${because} ${escapeSlack(firing.action)} (${escapeSlack(firing.owner)}).`,
    blocks: [
      header(`${child} · ${firing.title}`),
      section(
        `*Action, ${levelWords[firing.level]}:* ${escapeSlack(firing.action)}.\n*Owner:* ${escapeSlack(firing.owner)}${limit}`
      ),
      ...Option.toArray(status).map((words) => context(`Latest episode: ${words}`)),
      section([`*Because:* ${because}`, ...(earlier > 0 ? [`• ${earlier} earlier`] : []), ...dates].join("\n")),
      context(`Source: ${escapeSlack(firing.source)}.${verification}`),
      ...(became === undefined ? [] : [context(became)]),
      ...Option.toArray(latest).map(({ id }) =>
        actions("trigger", [decideButton({ child, episodeId: id }, "primary"), whyButton({ child, episodeId: id })])
      )
    ]
  }
}
