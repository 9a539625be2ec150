/** Which streams are a finished child's, and what is kept of them. */
import { calendars, Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { isFinished } from "@safe-return/domain/escalation"
import { fold, isHistoryAlone, type PoliceReference } from "@safe-return/domain/pathway"
import { countsBefore, type FinishedChild, type ReferenceUse } from "./FinishedChild.ts"
import type { ChildStream, JournalEntry } from "./Journal.ts"
import type { Profile } from "./Profiles.ts"

export const referenceUse = ({ child, position, recorded: { event } }: JournalEntry): ReferenceUse | undefined => {
  if (event._tag !== "NotificationReceived") return undefined
  const { kind, policeReference } = event.notification
  return { child, reference: policeReference, position, isReport: kind === "missing" }
}

const usesThatCount = (entries: ReadonlyArray<JournalEntry>): ReadonlyArray<ReferenceUse> => {
  const uses = new Map<PoliceReference, ReferenceUse>()
  for (const entry of entries) {
    const use = referenceUse(entry)
    const known = use && uses.get(use.reference)
    if (use !== undefined && (known === undefined || countsBefore(use, known))) uses.set(use.reference, use)
  }
  return [...uses.values()]
}

/** Counted up with every change of what is judged, or of what is kept: what was judged otherwise is judged again. */
export const JUDGED_BY = 2

/** Of a stream that was read whole and with which nothing is left to do; undefined for any other. */
export const judgeFinished = (
  { child, entries, unreadable = [] }: Pick<ChildStream, "child" | "entries" | "unreadable">,
  profile: Profile | undefined,
  now: Instant
): FinishedChild | undefined => {
  const last = entries.at(-1)
  if (last === undefined || last.version !== entries.length || unreadable.length > 0) return undefined
  const recordedAt = Instant(Math.max(...entries.map(({ recorded }) => recorded.recordedAt)))
  const facts = definedFields({ bornOn: profile?.bornOn, caseStatus: profile?.caseStatus })
  const state = fold(entries.map(({ recorded }) => recorded))
  const isNobodyYet = state.episodes.length === 0 && !isHistoryAlone(state)
  if (isNobodyYet || !isFinished(state, now, { recordedAt, calendars, facts })) return undefined
  return { child, version: last.version, position: last.position, recordedAt, references: usesThatCount(entries) }
}
