/** Missing children whose alert not one person has answered: before every other list. */
import { childrenMissing, type MissingChild, type Role } from "@safe-return/casework"
import { alertOf, type ChildReference, type ChildState } from "@safe-return/domain/pathway"
import { isUnacknowledged, whoActsInWords } from "@safe-return/outreach"
import { datesSeenFrom, hoursAndMinutes } from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { escapeSlack, header, sectionWith } from "../blocks/blocks.ts"
import { acknowledgeButton } from "../forms/acknowledgeButtons.ts"
import { slackStyle } from "../messages/slackStyle.ts"
import { alsoNamed } from "./alsoNamed.ts"
import type { HomeFacts } from "./HomeFacts.ts"

/** Shown at most. */
const SHOWN = 10

/** The roles that an alert climbs to, and the MASH that reports it. */
const answering: ReadonlyArray<Role> = [
  "mash",
  "missing-coordinator",
  "team-manager",
  "head-of-service",
  "out-of-hours-duty"
]

/** Everybody's, for those an alert climbs to; a worker's own. */
export const unacknowledgedFor = (
  states: ReadonlyMap<ChildReference, ChildState>,
  roles: ReadonlySet<Role>,
  theirs: ReadonlySet<ChildReference>
): ReadonlyArray<MissingChild> =>
  childrenMissing(states).filter(
    ({ child, episode }) =>
      isUnacknowledged(episode) && (answering.some((role) => roles.has(role)) || theirs.has(child))
  )

const line =
  ({ now }: Pick<HomeFacts, "now">) =>
  ({ child, episode }: MissingChild): KnownBlock => {
    const dates = datesSeenFrom(now)
    return sectionWith(
      `:rotating_light: *${escapeSlack(child)}* · missing for ${hoursAndMinutes(now - episode.missingAt)}\n${whoActsInWords(episode, slackStyle, dates)}`,
      acknowledgeButton({ child, episodeId: episode.id, alert: alertOf(episode).number }, "primary")
    )
  }

export const unacknowledgedBlocks = (facts: Pick<HomeFacts, "unacknowledged" | "now">): ReadonlyArray<KnownBlock> =>
  facts.unacknowledged.length === 0
    ? []
    : [
        header("Nobody has acknowledged"),
        ...facts.unacknowledged.slice(0, SHOWN).map(line(facts)),
        ...alsoNamed(facts.unacknowledged, SHOWN)
      ]
