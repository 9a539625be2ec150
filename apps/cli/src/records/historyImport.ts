/** From the rows of an episode table to each child's history in the journal. */
import { randomUUID } from "node:crypto"
import {
  type ChildReference,
  decide,
  EventId,
  fold,
  type HistoryRow,
  historyTimes,
  isOnOwnRecord,
  newChildReference,
  type PersonId,
  personalIn,
  referenceKey,
  referencesOnRecord
} from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import type { EpisodeRow, EpisodeTableInPart, FileFault } from "@safe-return/exchange"
import { Erasures, Holds, Journal, Profiles, type VersionConflict } from "@safe-return/journal"
import { Effect, Option, Result } from "effect"
import { assertReadWhole, now, refusal } from "../commands/journal/records.ts"

type Rows = readonly [HistoryRow, ...ReadonlyArray<HistoryRow>]

/** The references that something is held under, and those whose records were erased and not begun again. */
const referencesHeld = Effect.gen(function* () {
  const children = yield* (yield* Journal).children
  const profiles = yield* (yield* Profiles).all
  const holds = yield* (yield* Holds).all
  const tombstones = yield* (yield* Erasures).all
  const recorded = new Set(children.map(referenceKey))
  return {
    references: referencesOnRecord([...children, ...[...profiles, ...holds].map(({ child }) => child)]),
    erased: new Set(
      tombstones
        .filter(({ strand }) => strand === undefined)
        .map(({ child }) => referenceKey(child))
        .filter((key) => !recorded.has(key))
    )
  }
})

/** Whose history a row is, as on record or as a new child is recorded; or why it is nobody's. */
const childOf = Effect.map(
  referencesHeld,
  ({ references, erased }) =>
    (typed: ChildReference, isHeldToPatterns: boolean): Result.Result<ChildReference, string> => {
      if (erased.has(referenceKey(typed)))
        return Result.fail("The records of this child were erased here. Leave the row out.")
      const found = references.find(typed)
      if (Result.isFailure(found)) return Result.fail(found.failure.message)
      if (Option.isSome(found.success)) return Result.succeed(found.success.value)
      if (!isHeldToPatterns && Option.isSome(personalIn(typed)))
        return Result.fail("This is no case reference. Give the child's reference in the case system.")
      const child = newChildReference(typed)
      references.add(child)
      return Result.succeed(child)
    }
)

const timesToCome = (row: EpisodeRow, latest: number) => historyTimes.filter((field) => (row[field] ?? latest) > latest)

export interface HistoriesRead {
  readonly children: ReadonlyMap<ChildReference, Rows>
  /** In the order of the lines. */
  readonly faults: ReadonlyArray<FileFault>
}

/** The rows of each child, and what is wrong with the others: by the table itself, or beside what is on record. */
export const historiesIn = Effect.fn("historiesIn")(function* (
  file: string,
  { lines, faults }: EpisodeTableInPart,
  rules: { readonly policy: Policy; readonly isHeldToPatterns: boolean }
) {
  const latest = (yield* now) + rules.policy.futureToleranceMinutes.value * 60_000
  const find = yield* childOf
  const children = new Map<ChildReference, [HistoryRow, ...Array<HistoryRow>]>()
  const wrong = [...faults]
  for (const { line, row } of lines) {
    const { child_ref, ...history } = row
    const toCome = timesToCome(row, latest)
    const child = find(child_ref, rules.isHeldToPatterns)
    wrong.push(...toCome.map((field) => ({ file, line, field, message: "This time lies in the future." })))
    if (Result.isFailure(child)) wrong.push({ file, line, field: "child_ref", message: child.failure })
    if (Result.isFailure(child) || toCome.length > 0) continue
    const theirs = children.get(child.success)
    if (theirs === undefined) children.set(child.success, [history])
    else theirs.push(history)
  }
  for (const child of children.keys()) yield* assertReadWhole(child, "imported")
  const read: HistoriesRead = { children, faults: wrong.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) }
  return read
})

/** What became of the rows of one child, or of all. */
export interface RowsImported {
  readonly added: number
  readonly changed: number
  readonly same: number
  /** The record tells of that absence itself. */
  readonly onRecord: number
}

const counted = (rows: Rows, isKnown: (row: HistoryRow) => boolean, imported: ReadonlyArray<HistoryRow>) => {
  const changed = imported.filter(isKnown).length
  return { added: imported.length - changed, changed, same: rows.length - imported.length }
}

/** Decided on what stands, and again where another process recorded something meanwhile. */
const importOne = (
  child: ChildReference,
  rows: Rows,
  { policy, by }: { readonly policy: Policy; readonly by: PersonId }
) => {
  const once = Effect.gen(function* () {
    const journal = yield* Journal
    const { entries, version } = yield* journal.read(child)
    const state = fold(entries.map(({ recorded }) => recorded))
    const recordedAt = yield* now
    const decision = decide(state, { _tag: "ImportHistory", rows, policy }, { now: recordedAt, by })
    const events = yield* Effect.catch(Effect.fromResult(decision), refusal)
    const added = events.map((event) => ({
      id: EventId.make(randomUUID()),
      recorded: { recordedAt, recordedBy: by, event }
    }))
    if (added.length > 0) yield* journal.append(child, version, added)
    const known = new Set(state.imported?.map(({ row }) => row.episode_id))
    const onRecord = rows.filter((row) => !known.has(row.episode_id) && isOnOwnRecord(state, row)).length
    const imported = events.flatMap((event) => (event._tag === "HistoryImported" ? event.rows : []))
    const { same, ...rest } = counted(rows, ({ episode_id }) => known.has(episode_id), imported)
    const answer: RowsImported = { ...rest, same: same - onRecord, onRecord }
    return answer
  })
  return Effect.retry(once, { times: 5, while: (error): error is VersionConflict => error._tag === "StreamMoved" })
}

const none: RowsImported = { added: 0, changed: 0, same: 0, onRecord: 0 }

/** Child by child, each whole: what is interrupted goes on where it is run again. */
export const importAll = Effect.fn("importAll")(function* (
  children: HistoriesRead["children"],
  to: { readonly policy: Policy; readonly by: PersonId }
) {
  let total = none
  for (const [child, rows] of children) {
    const of = yield* importOne(child, rows, to)
    total = {
      added: total.added + of.added,
      changed: total.changed + of.changed,
      same: total.same + of.same,
      onRecord: total.onRecord + of.onRecord
    }
  }
  return total
})
