/** Somebody who is to be told of children and cannot be, to those who can see to it: once for each cause, and no child in it. */

import { roleWords } from "@safe-return/casework"
import type { Facts } from "../delivery/message/Message.ts"
import type { ReachableAgain, UnreachablePerson } from "../delivery/message/teamMessages.ts"
import { unreachableReasonWords } from "../people/UnreachableReason.ts"
import { personInWords } from "../words/person.ts"
import { header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

const listed = new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" })

export const cannotBeTold = ({ person, why, roles }: Facts<UnreachablePerson>): MessageContent => {
  const who = personInWords(person)
  const named = roles.length === 0 ? "" : `\nThey are set up as ${listed.format(roles.map((role) => roleWords[role]))}.`
  return {
    text: `${who} cannot be told anything in Slack: ${unreachableReasonWords[why]}. What is for them goes to others.`,
    blocks: [
      header("Somebody cannot be told"),
      section(
        `${who} cannot be told anything in Slack: ${unreachableReasonWords[why]}.${named}\nWhat is for them goes to the others who hold the role, or to whoever is next. It is tried for them too, so that nothing is lost if they are back.`
      ),
      section(
        "*Now:* take them out of the user group or the settings. Give their interviews to somebody else with `/rhi handover`, and their children another allocated worker. This message says so when they can be told again."
      )
    ]
  }
}

/** In the place of what was said, once messages reach them. */
export const canBeToldAgain = ({ person }: Facts<ReachableAgain>): MessageContent => {
  const who = personInWords(person)
  return {
    text: `${who} can be told again.`,
    blocks: [header("Can be told again"), section(`${who} can be told in Slack again, and is. Nothing is left to do.`)]
  }
}
