import type { Calendars, Instant } from "@safe-return/domain/calendar"
import { runningClocksOf } from "@safe-return/domain/deadlines"
import type { ChildReference, ChildState, Episode } from "@safe-return/domain/pathway"
import { triggersFired, triggersUnmade } from "@safe-return/domain/risk"
import { datesSeenFrom, episodeStatus, importedInWords, londonDateTime } from "@safe-return/wording"
import type { KnownBlock, ModalView } from "@slack/types"
import { Option } from "effect"
import { context, divider, escapeSlack, header, section } from "../../blocks/blocks.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { whyTheDeadlines, whyTheTrigger } from "../../words/why.ts"
import { whyTold } from "../../words/whyTold.ts"

export const whyButton = caseButton("why", "Why?", "How the deadlines were counted, and what met a trigger.")

/** Triggers explained at most, the latest. */
const TRIGGERS_SHOWN = 20

/** Of those that no longer stand, the latest: they are not to be asked about again. */
const UNMADE_SHOWN = 5

const triggerBlocks = (state: ChildState, now: Instant, calendars: Calendars): ReadonlyArray<KnownBlock> => {
  const fired = triggersFired(state, { now, calendars })
  const mayBeSaid = fired.filter(({ mayGoToChat }) => mayGoToChat)
  const unmade = triggersUnmade(state, { now, calendars }).filter(({ mayGoToChat }) => mayGoToChat)
  const shown = mayBeSaid.slice(-TRIGGERS_SHOWN)
  const earlier = mayBeSaid.length - shown.length
  const imported = importedInWords(state, datesSeenFrom(now))
  return [
    divider,
    header("Triggers"),
    ...(shown.length === 0 ? [section("No trigger that may be shown in Slack is met.")] : []),
    ...shown.toReversed().map((firing) => section(whyTheTrigger(firing))),
    ...(earlier > 0 ? [context(`And ${earlier} earlier.`)] : []),
    ...unmade.slice(-UNMADE_SHOWN).map((firing) => section(whyTheTrigger(firing))),
    ...(imported === undefined ? [] : [context(`Counted with ${imported}.`)]),
    context(
      "Triggers that would tell a risk grade, a case status or what an interview brought out are never shown in Slack, not even that there is one."
    )
  ]
}

/** How the deadlines of an episode were counted, and which triggers the child's history has met. */
export const whyView = (
  child: ChildReference,
  state: ChildState,
  episode: Episode,
  now: Instant,
  calendars: Calendars
): ModalView =>
  state.death === undefined
    ? whyOf(child, state, episode, now, calendars)
    : {
        type: "modal",
        title: { type: "plain_text", text: "Why?" },
        close: { type: "plain_text", text: "Close" },
        blocks: [section(`*${escapeSlack(child)}* · This child has died. No deadline runs, and no trigger is met.`)]
      }

const whyOf = (
  child: ChildReference,
  state: ChildState,
  episode: Episode,
  now: Instant,
  calendars: Calendars
): ModalView => ({
  type: "modal",
  title: { type: "plain_text", text: "Why?" },
  close: { type: "plain_text", text: "Close" },
  blocks: [
    section(
      `*${escapeSlack(child)}* · ${episodeStatus(state, episode)} · last seen ${londonDateTime(episode.missingAt)}`
    ),
    header("Deadlines"),
    ...Option.match(runningClocksOf(state, episode, calendars), {
      onNone: () => [
        section(
          "No clock of the return home interview runs: both start when the child is back, and none has a deadline before."
        )
      ],
      onSome: (clocks) => whyTheDeadlines(clocks, episode.policy).map(section)
    }),
    divider,
    header("Alerts and reminders"),
    ...whyTold(episode.policy).map(section),
    ...triggerBlocks(state, now, calendars)
  ]
})
