/** The reports that have not come, of which the police told something since. */
import { awaitedReports } from "@safe-return/casework"
import { AWAITED_REPORTS, awaitedReportInWords } from "@safe-return/outreach"
import { datesSeenFrom } from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { context, header, section } from "../blocks/blocks.ts"
import { slackStyle } from "../messages/slackStyle.ts"
import type { HomeFacts } from "./HomeFacts.ts"

const AWAITED_SHOWN = 8

export const awaitedBlocks = ({ states, now }: Pick<HomeFacts, "states" | "now">): ReadonlyArray<KnownBlock> => {
  const awaited = awaitedReports(states)
  if (awaited.length === 0) return []
  const more = awaited.length - AWAITED_SHOWN
  return [
    header(AWAITED_REPORTS),
    ...awaited
      .slice(0, AWAITED_SHOWN)
      .map((report) => section(awaitedReportInWords(report, slackStyle, datesSeenFrom(now)))),
    ...(more > 0 ? [context(`And ${more} more, told of later than these.`)] : [])
  ]
}
