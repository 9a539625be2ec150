import { existsSync } from "node:fs"
import { badInput } from "@safe-return/exchange/reading"
import { type Inspection, inspectJournal, type JournalFault } from "@safe-return/journal/files"
import type { DatabaseInspection } from "@safe-return/journal/postgres"
import { Data, Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { count, print, printJson } from "../../output/print.ts"
import { showProgress } from "../../output/progress.ts"
import { json } from "../options.ts"
import { council, dataOrDatabase, FROM_ENVIRONMENT, keyFile, namedDatabase, sealingOf } from "./options.ts"

const heads = Flag.String("heads").pipe(
  Flag.withDescription(
    "Of a database: the file in which the heads of its streams are kept, out of its owner's reach; made at the first look"
  ),
  Flag.optional
)

/** Something in the journal is not as it was written. What, has been printed. */
export class JournalDamaged extends Data.TaggedError("JournalDamaged")<{ readonly faults: number }> {
  override get message(): string {
    return `${count(this.faults, "fault")} in the journal. Nothing was changed. Look at what is named, and compare it with a backup.`
  }
}

const eventsInWords = ({ events, children }: Pick<Inspection, "events" | "children">): string =>
  `${count(events, "event")} of ${count(children, "child", "children")}`

export const whatItHolds = (found: Inspection): string =>
  `${eventsInWords(found)} in ${count(found.documents, "document")}, up to position ${found.position}`

const verdict = (faults: ReadonlyArray<JournalFault>): string =>
  faults.length === 0 ? "whole" : "NOT as it was written"

const faultsInWords = (faults: ReadonlyArray<JournalFault>): ReadonlyArray<string> =>
  faults.flatMap(({ document, reason, previous }) => [
    `  ${document}: ${reason}`,
    ...(previous === undefined ? [] : [`    The text before its last write: ${previous}`])
  ])

const NEWER = "can only be read by a newer version of this program, and passed over by this one. Update it."

/** What is as whole as the rest, and is passed over. */
const newerInWords = (unreadable: Inspection["unreadable"]): ReadonlyArray<string> => {
  if (unreadable.length === 0) return []
  const children = [...new Set(unreadable.map(({ child }) => child))]
  return [`${count(unreadable.length, "event")} of ${children.join(", ")} ${NEWER}`]
}

/** Nothing is wrong with either, but what is recorded of one child may be on two records. */
const ambiguousInWords = (pairs: Inspection["ambiguousReferences"]): ReadonlyArray<string> =>
  pairs.map(
    (references) =>
      `${references.join(" and ")} differ only in how they are written, and each has a record of its own. Find out which is right: docs/records.md says how to bring them together.`
  )

const inWords = (inspection: Inspection): string =>
  [
    `${whatItHolds(inspection)}: ${verdict(inspection.faults)}.`,
    ...faultsInWords(inspection.faults),
    ...newerInWords(inspection.unreadable),
    ...ambiguousInWords(inspection.ambiguousReferences),
    ...(inspection.foreign.length === 0
      ? []
      : [`Not of a journal, and read by nothing: ${inspection.foreign.join(", ")}. Find out who put it there.`]),
    ...(inspection.closed
      ? []
      : ["It was not closed in order: a process is using it now, or was killed, or the end of its ledger is gone."]),
    ...(inspection.ahead.length === 0
      ? []
      : [
          `${count(inspection.ahead.length, "document")} written just before the process stopped, or just now: ${inspection.ahead.join(", ")}`
        ]),
    ...(inspection.unchecked === 0
      ? []
      : [`${count(inspection.unchecked, "document")} of the first format, without checksums until the next write.`])
  ].join("\n")

const WITHOUT_HEADS =
  "Held against nothing outside of it: the owner of the database can have changed what it holds and left no trace. Name a file out of their reach with --heads."

const vouchedInWords = (found: DatabaseInspection, file: string, isNew: boolean): string => {
  if (isNew)
    return `The heads of all streams are kept in ${file} from now on: hold the database against it the next time.`
  const since = found.events - found.vouchedFor
  const kept = found.faults.length > 0 ? "The file is left as it was" : `${count(since, "event")} since are in it now`
  return `${count(found.vouchedFor, "event")} held against ${file}. ${kept}.`
}

const databaseInWords = (found: DatabaseInspection, heads: string): string =>
  [
    `${eventsInWords(found)}, up to position ${found.position}: ${verdict(found.faults)}.`,
    ...faultsInWords(found.faults),
    ...newerInWords(found.unreadable),
    ...ambiguousInWords(found.ambiguousReferences),
    heads,
    ...(found.erased.length === 0
      ? []
      : [`Erased since the last look, as its tombstones say: ${found.erased.join(", ")}. See journal erased.`])
  ].join("\n")

interface Given {
  readonly data: string
  readonly council: string
  readonly heads: Option.Option<string>
  readonly keyFile: Option.Option<string>
  readonly json: boolean
}

const verifyDatabase = Effect.fn("verifyDatabase")(function* (given: Given) {
  const place = { ...(yield* namedDatabase("--data")), council: given.council }
  const path = Option.getOrUndefined(given.heads)
  const isNew = path !== undefined && !existsSync(path)
  const headsFile = path === undefined ? undefined : { path, sealing: yield* sealingOf(given.keyFile) }
  const { inspectDatabase } = yield* Effect.promise(() => import("@safe-return/journal/postgres"))
  const found = yield* inspectDatabase(place, headsFile, yield* showProgress("verifying")).pipe(
    Effect.catchTag("DatabaseAddressRefused", ({ message }) => Effect.fail(badInput({ field: "--data", message })))
  )
  const heads = path === undefined ? WITHOUT_HEADS : vouchedInWords(found, path, isNew && found.faults.length === 0)
  yield* given.json ? printJson(found) : print(databaseInWords(found, heads))
  return found.faults
})

const verifyFolder = Effect.fn("verifyFolder")(function* (given: Given) {
  if (Option.isSome(given.heads)) {
    return yield* badInput({ field: "--heads", message: "A folder keeps its heads itself: this is for a database." })
  }
  const sealing = yield* sealingOf(given.keyFile)
  const inspection = yield* inspectJournal(given.data, sealing, yield* showProgress("verifying"))
  yield* given.json ? printJson(inspection) : print(inWords(inspection))
  return inspection.faults
})

export const verify = Command.make(
  "verify",
  { data: dataOrDatabase, council, heads, keyFile, json },
  Effect.fn("verify")(function* (given) {
    const faults = yield* given.data === FROM_ENVIRONMENT ? verifyDatabase(given) : verifyFolder(given)
    if (faults.length > 0) return yield* new JournalDamaged({ faults: faults.length })
  })
).pipe(
  Command.withDescription("Whether every record is as it was written; what is not is named, and nothing is changed"),
  Command.withExamples([
    { command: "safe-return journal verify --json", description: "For scripts; the bot may run" },
    {
      command: "safe-return journal verify --data database --heads /elsewhere/heads.ledger",
      description: "A database, held against what is kept out of its owner's reach"
    }
  ])
)
