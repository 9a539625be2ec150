import { Casework, Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { interviewQueue, type QueueLine } from "@safe-return/domain/deadlines"
import { interviewerOf, type PersonId } from "@safe-return/domain/pathway"
import type { Availabilities, JournalUnavailable, Profiles } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import { coveredBy } from "../../handlers/coveredBy.ts"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { interviewQueueList, type QueueWords } from "../../messages/interviewQueueList.ts"
import type { RhiCommand } from "./parseRhi.ts"
import { wholeQueue } from "./wholeQueue.ts"

type Chosen = (
  lines: ReadonlyArray<QueueLine>,
  person: PersonId
) => Effect.Effect<ReadonlyArray<QueueLine>, JournalUnavailable, Profiles | Availabilities>

/** The interviews a person is to carry out, those of the children allocated to them, and of those they cover for too. */
export const linesOf: Chosen = Effect.fn("linesOf")(function* (lines, person) {
  const whose = new Set<PersonId | undefined>([person, ...(yield* coveredBy(person))])
  return yield* Effect.filter(lines, (line) =>
    whose.has(interviewerOf(line.standing))
      ? Effect.succeed(true)
      : Effect.map(allocatedWorkerOf(line.child), (worker) => whose.has(worker))
  )
})

/** What is overdue, and where nobody has said when the child was back. */
export const overdueOnes = (lines: ReadonlyArray<QueueLine>): ReadonlyArray<QueueLine> =>
  lines.filter(({ level }) => level === "overdue" || level === "no-clock")

/** Its heading names both: what has no return recorded need not be overdue. */
export const overdueWords: QueueWords = {
  title: "Overdue, or return not recorded",
  none: "No return home interview is overdue, and every child found has a return recorded."
}

/** The lists that are a choice from the whole queue. */
type Choice = Exclude<RhiList, "Queue">

const lists: Readonly<Record<Choice, { readonly words: QueueWords; readonly chosen: Chosen }>> = {
  Mine: {
    words: {
      title: "My return home interviews, and those of my children",
      none: "No return home interview is waiting for you or for a child allocated to you."
    },
    chosen: linesOf
  },
  Overdue: {
    words: overdueWords,
    chosen: (lines) => Effect.succeed(overdueOnes(lines))
  }
}

type RhiList = Extract<RhiCommand, { _tag: "Queue" | "Mine" | "Overdue" }>["_tag"]

/** `/rhi queue`, `/rhi mine` and `/rhi overdue` */
export const rhiQueue: CommandHandler<{ readonly _tag: RhiList }> = {
  permission: "see-queue",
  handle: Effect.fnUntraced(function* ({ command, person }) {
    const casework = yield* Casework
    const { calendars } = yield* Council
    const now = Instant(yield* Clock.currentTimeMillis)
    const states = yield* casework.active
    if (command._tag === "Queue") return Option.some(wholeQueue(states, now, calendars))
    const { chosen, words } = lists[command._tag]
    const lines = yield* chosen(interviewQueue(states, now, calendars), person)
    return Option.some(interviewQueueList({ lines, now, words }))
  })
}
