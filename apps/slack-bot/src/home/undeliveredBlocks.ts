/** What could not be delivered, and the button to try it again. */

import {
  type MessageKind,
  messageKindInWords,
  messageKindOf,
  type UndeliveredMessage,
  unreachableReasonOf,
  whyUndelivered
} from "@safe-return/outreach"
import { type DateWords, datesSeenFrom } from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { actions, context, escapeSlack, header, section } from "../blocks/blocks.ts"
import type { HomeFacts } from "./HomeFacts.ts"
import { TRY_AGAIN, tryAgainButton } from "./homeButtons.ts"

/** Shown at most: those that have waited longest. */
const SHOWN = 10

const alerts = ["card", "worker-alert", "alert", "missing-after-all", "ladder"] satisfies ReadonlyArray<MessageKind>

/** Of a child who is, or counts as, missing: what a manager has to see to in person. */
export const isAlert = ({ delivery: { key } }: UndeliveredMessage): boolean =>
  alerts.some((kind) => kind === messageKindOf(key))

const line =
  (showsChild: boolean, { dateTime }: DateWords) =>
  (message: UndeliveredMessage): string => {
    const { subject, delivery } = message
    const about = showsChild && subject !== "team" ? `*${escapeSlack(subject)}* · ` : ""
    const what = messageKindInWords(delivery.key)
    return `• ${about}${what}, since ${dateTime(delivery.since)}: ${whyUndelivered(delivery.reason)} (${escapeSlack(delivery.reason)})`
  }

/**
 * @param which what this reader has to see to
 * @param showsChild whether the reader may see cases: an administrator puts right accounts and channels, and sees none
 */
export const undeliveredBlocks = (
  { undelivered, place, isTryingAgain, now }: HomeFacts,
  title: string,
  which: (message: UndeliveredMessage) => boolean,
  showsChild: boolean
): ReadonlyArray<KnownBlock> => {
  if (undelivered === undefined) return [header(title), section(":warning: The record of it cannot be read.")]
  const found = undelivered.filter(which).toSorted((a, b) => a.delivery.since - b.delivery.since)
  // Each message for an unreachable person would hide the others: who they are stands above.
  const isOfAccount = ({ delivery: { reason } }: UndeliveredMessage) => unreachableReasonOf(reason) !== undefined
  const shown = showsChild ? found : found.filter((one) => !isOfAccount(one))
  const toNotTold = found.length - shown.length
  const more = shown.length - SHOWN
  return [
    header(title),
    ...(isTryingAgain ? [context("It is being tried again. Press Refresh to see what is left.")] : []),
    ...(found.length === 0
      ? [section("Nothing.")]
      : [
          ...(shown.length === 0
            ? []
            : [
                section(
                  shown
                    .slice(0, SHOWN)
                    .map(line(showsChild, datesSeenFrom(now)))
                    .join("\n")
                )
              ]),
          ...(more > 0 ? [context(`And ${more} more, since later.`)] : []),
          ...(toNotTold > 0 ? [section(`${toNotTold} to people who cannot be told anything.`)] : []),
          context("Each is tried again by itself. Put right what stands in the way, then try them at once."),
          actions(TRY_AGAIN, [tryAgainButton(place)])
        ])
  ]
}
