import { type QueueLine, warningLevels } from "@safe-return/domain/deadlines"
import { missingAgainUnder } from "@safe-return/domain/pathway"
import { nextInterviewStep } from "@safe-return/outreach"
import type { Button, KnownBlock } from "@slack/types"
import { context, section, sectionWith } from "../blocks/blocks.ts"
import { levelWords, lineInWords } from "../messages/interviewQueueList.ts"
import { todoButton } from "../messages/todoButton.ts"
import type { HomeFacts } from "./HomeFacts.ts"

/** What to do next about this interview. */
export const nextButton = ({ child, episode, standing }: QueueLine): Button =>
  todoButton({
    child,
    episodeId: episode.id,
    what: nextInterviewStep("interview" in standing ? standing.interview : undefined, episode)
  })

/** Owed interviews under the heading of their level, each with its next step. */
export const interviewLines = (lines: ReadonlyArray<QueueLine>, { now }: HomeFacts): ReadonlyArray<KnownBlock> =>
  warningLevels.flatMap((level) => {
    const atLevel = lines.filter((line) => line.level === level)
    return atLevel.length === 0
      ? []
      : [
          context(`*${levelWords[level]}*`),
          ...atLevel.map((line) =>
            // Nothing can be done about it while they are looked for.
            missingAgainUnder(line.state, line.episode) === undefined
              ? sectionWith(lineInWords(line, now), nextButton(line))
              : section(lineInWords(line, now))
          )
        ]
  })
