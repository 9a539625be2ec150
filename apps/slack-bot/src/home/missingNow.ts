/** The children who are missing now, each once: for how long, who acts, and what the reader can do. */
import { childrenMissing, type MissingChild } from "@safe-return/casework"
import { unjoinedInWords, whoActsInWords } from "@safe-return/outreach"
import { datesSeenFrom, hoursAndMinutes } from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { escapeSlack, header, section, sectionWith } from "../blocks/blocks.ts"
import { foundButton } from "../forms/found/foundView.ts"
import { slackStyle } from "../messages/slackStyle.ts"
import { alsoNamed } from "./alsoNamed.ts"
import type { HomeFacts } from "./HomeFacts.ts"

/** Shown at most on a page that shows other things too. */
const MISSING_SHOWN = 10

export const missingLine = ({ child, episode, others }: MissingChild, { now }: Pick<HomeFacts, "now">): KnownBlock => {
  const dates = datesSeenFrom(now)
  return sectionWith(
    `:mag: *${escapeSlack(child)}* · missing for ${hoursAndMinutes(now - episode.missingAt)}\nLast seen ${dates.dateTime(episode.missingAt)}${unjoinedInWords(child, others, slackStyle, dates)}\n${whoActsInWords(episode, slackStyle, dates)}`,
    foundButton({ child, episodeId: episode.id })
  )
}

/** First on the page of those who answer for the team: a child who is missing comes before every list. */
export const missingBlocks = (facts: Pick<HomeFacts, "states" | "now">): ReadonlyArray<KnownBlock> => {
  const missing = childrenMissing(facts.states)
  return [
    header("Missing now"),
    ...(missing.length === 0 ? [section("No child is missing.")] : []),
    ...missing.slice(0, MISSING_SHOWN).map((one) => missingLine(one, facts)),
    ...alsoNamed(missing, MISSING_SHOWN, "missing for less long")
  ]
}
