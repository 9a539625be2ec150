/** A child's death, to those who must know of it. Plain words, and nothing that asks for an interview. */

import { isGivenByPolice } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { AlertOver } from "../delivery/message/alertMessages.ts"
import type { DeathNotice, DeathWithdrawal, ReportAfterDeath } from "../delivery/message/deathMessages.ts"
import type { Facts } from "../delivery/message/Message.ts"
import { confirmDeathButton, takeBackDeathButton } from "../forms/death/deathView.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personInWords } from "../words/person.ts"
import { actions, context, header, section } from "./blocks.ts"
import { TO_LOOK_AT } from "./deathCard.ts"
import type { MessageContent } from "./MessageContent.ts"

export const deathNotice = ({ child, death: { knownFrom, by } }: Facts<DeathNotice>): MessageContent => ({
  text: `${escapeSlack(child)}: this child has died.`,
  blocks: [
    header(child),
    section(
      "This child has died. You are told because you work with them or answer for the pathway. Nothing more is asked for here: no alert, no reminder and no interview."
    ),
    context(
      `Known from ${londonDateTime(knownFrom)}, recorded by ${personInWords(by)}. If this is wrong, tell a team manager at once.`
    )
  ]
})

export const deathTakenBack = ({ child }: Facts<DeathWithdrawal>): MessageContent => ({
  text: `${escapeSlack(child)}: the record of this child's death was wrong and is taken back.`,
  blocks: [
    header(child),
    section(
      "The record of this child's death was wrong and is taken back. The card says how things stand. Please tell the others you spoke to."
    )
  ]
})

/** The child may be alive and missing: it may have been recorded on the wrong child. */
export const reportAfterDeath = ({
  report: { notification, receivedAt, lookedAt },
  ...link
}: Facts<ReportAfterDeath>): MessageContent => {
  const { policeReference } = notification
  const who = isGivenByPolice(policeReference) ? `The police, under ${escapeSlack(policeReference)}` : "A person"
  const since = notification.kind === "missing" ? `, last seen ${londonDateTime(notification.missingAt)}` : ""
  const told = `${who}, ${londonDateTime(receivedAt)}${since}.`
  return {
    text: `${escapeSlack(link.child)} was reported missing after their death was recorded. Look at this now.`,
    blocks: [
      header(`${link.child} · Look at this now`),
      section(TO_LOOK_AT),
      section(told),
      ...(lookedAt === undefined
        ? [
            section(
              "*Now:* if the child may be alive, a team manager takes the record back, and everybody is alerted. If not, say that the record is right. Nobody else is alerted meanwhile."
            ),
            actions("after-death", [takeBackDeathButton(link), confirmDeathButton(link)])
          ]
        : [context(`Looked at ${londonDateTime(lookedAt)}: the record of the death is right.`)])
    ]
  }
}

/** In place of an alert that was sent: what it asked for is not asked any more. */
export const alertOver = ({ child }: Facts<AlertOver>): MessageContent => ({
  text: `${escapeSlack(child)}: nothing is asked of you here any more.`,
  blocks: [header(child), section("Nothing is asked of you here any more. The card says why.")]
})
