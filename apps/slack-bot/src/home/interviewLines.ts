import { type QueueLine, warningLevels } from "@safe-return/domain/deadlines"
import { offeredAtOf } from "@safe-return/domain/pathway"
import type { Button, KnownBlock } from "@slack/types"
import { context, sectionWith } from "../blocks/blocks.ts"
import { assignButton } from "../forms/assign/assignView.ts"
import { logButton } from "../forms/logInterview/logInterviewView.ts"
import { offerButton } from "../forms/offer/offerView.ts"
import { levelWords, lineInWords } from "../messages/interviewQueueList.ts"
import type { HomeFacts } from "./HomeFacts.ts"

/** What to do next about this interview. */
export const nextButton = ({ child, episode, standing }: QueueLine): Button => {
  const link = { child, episodeId: episode.id }
  if (standing._tag !== "Assigned") return assignButton(link)
  return offeredAtOf(standing.interview, episode) === undefined ? offerButton(link) : logButton(link)
}

/** Owed interviews under the heading of their level, each with its next step. */
export const interviewLines = (lines: ReadonlyArray<QueueLine>, { now }: HomeFacts): ReadonlyArray<KnownBlock> =>
  warningLevels.flatMap((level) => {
    const atLevel = lines.filter((line) => line.level === level)
    return atLevel.length === 0
      ? []
      : [
          context(`*${levelWords[level]}*`),
          ...atLevel.map((line) => sectionWith(lineInWords(line, now), nextButton(line)))
        ]
  })
