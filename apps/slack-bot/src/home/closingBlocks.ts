/** What the reader still does before an episode can be closed, and which can be closed. */
import type { ClosingTask, ClosingWork } from "@safe-return/casework"
import { type ChildState, isLeftOut, type PersonId } from "@safe-return/domain/pathway"
import { closingStep, closingTasksInWords } from "@safe-return/outreach"
import type { KnownBlock } from "@slack/types"
import { escapeSlack, header, sectionWith } from "../blocks/blocks.ts"
import type { CaseLink } from "../blocks/caseLink.ts"
import { todoButton } from "../messages/todoButton.ts"
import { alsoNamed } from "./alsoNamed.ts"

/** Shown at most: the others are named by reference. */
const SHOWN = 10

export interface ClosingOnHome {
  readonly link: CaseLink
  readonly tasks: ReadonlyArray<ClosingTask>
}

export interface ClosingReader {
  readonly person: PersonId
  /** The people they stand in for today. */
  readonly coversFor: ReadonlySet<PersonId>
  /** They close episodes, or stand in for a role that nobody holds. */
  readonly isCoordinator: boolean
  /** Everybody who holds a role. */
  readonly everybody: ReadonlySet<PersonId>
}

/** The reader's part of what is left; none where it is another's, or they were left out. */
export const closingOnHome = (
  { child, episode, interviewer, writeUp, toClose }: ClosingWork,
  state: ChildState,
  { person, coversFor, isCoordinator, everybody }: ClosingReader
): ReadonlyArray<ClosingOnHome> => {
  if (isLeftOut(state, [episode.id], person)) return []
  const isWriter = interviewer !== undefined && (interviewer === person || coversFor.has(interviewer))
  const isNobodys = interviewer === undefined || !everybody.has(interviewer)
  const tasks = [...(isCoordinator ? toClose : []), ...(isWriter || (isCoordinator && isNobodys) ? writeUp : [])]
  return tasks.length === 0 ? [] : [{ link: { child, episodeId: episode.id }, tasks }]
}

export const closingBlocks = (closing: ReadonlyArray<ClosingOnHome>): ReadonlyArray<KnownBlock> =>
  closing.length === 0
    ? []
    : [
        header("To write up or close"),
        ...closing
          .slice(0, SHOWN)
          .map(({ link, tasks }) =>
            sectionWith(
              `*${escapeSlack(link.child)}* · ${closingTasksInWords(tasks)}`,
              todoButton({ ...link, what: closingStep(tasks) })
            )
          ),
        ...alsoNamed(
          closing.map(({ link }) => link),
          SHOWN
        )
      ]
