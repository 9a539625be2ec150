import { formatInstant, type Instant } from "@safe-return/domain/calendar"
import { type ChildReference, isSameReference } from "@safe-return/domain/pathway"
import { Audit, type AuditEntry, type AuditRecord } from "@safe-return/journal"
import { readAudit } from "@safe-return/journal/files"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { Data, Effect, Option, Stream } from "effect"
import { Command, Flag } from "effect/cli"
import { print, printJsonList } from "../../output/print.ts"
import { json } from "../options.ts"
import { council, databaseRecords, dataOrDatabase, FROM_ENVIRONMENT, momentFrom, referenceFrom } from "./options.ts"

const child = Flag.String("child").pipe(
  Flag.withDescription("Only what was about this child, by case reference"),
  Flag.optional
)
const by = Flag.String("by").pipe(Flag.withDescription("Only what this person or system asked for"), Flag.optional)
const from = Flag.String("from").pipe(Flag.withDescription("Only from this moment on"), Flag.optional)
const to = Flag.String("to").pipe(Flag.withDescription("Only before this moment"), Flag.optional)

/** Entries are missing from the audit, or are not as they were written. */
export class AuditDamaged extends Data.TaggedError("AuditDamaged")<{
  readonly damage: ReadonlyArray<{ readonly place: string; readonly reason: string }>
}> {
  override get message(): string {
    return [
      "The audit is damaged. Find out what changed it, and compare it with a backup:",
      ...this.damage.map(({ place, reason }) => `  ${place}: ${reason}`)
    ].join("\n")
  }
}

interface Wanted {
  readonly child: Option.Option<ChildReference>
  readonly by: Option.Option<string>
  readonly from: Option.Option<Instant>
  readonly to: Option.Option<Instant>
}

/** Any spelling of the reference counts: a refused request holds one as it was typed. */
const isWanted = (entry: AuditEntry, { child, by, from, to }: Wanted): boolean =>
  Option.match(child, {
    onNone: () => true,
    onSome: (of) => entry.child !== undefined && isSameReference(entry.child, of)
  }) &&
  Option.match(by, { onNone: () => true, onSome: (who) => entry.by === who }) &&
  Option.match(from, { onNone: () => true, onSome: (first) => entry.at >= first }) &&
  Option.match(to, { onNone: () => true, onSome: (end) => entry.at < end })

type EntryRecord = Extract<AuditRecord, { readonly _tag: "Entry" }>

const answer = ({ number, entry: { at, by, act, child, outcome } }: EntryRecord) => ({
  number,
  at: formatInstant(at),
  by,
  act,
  child: child ?? null,
  outcome
})

const inWords = ({ number, entry: { at, by, act, child, outcome } }: EntryRecord): string =>
  `  ${number}. ${londonDateTimeInFull(at)}: ${by}, ${act}${child === undefined ? "" : `, ${child}`}: ${outcome}`

const auditIn = ({ data, council }: { readonly data: string; readonly council: string }) =>
  data === FROM_ENVIRONMENT
    ? Stream.unwrap(Effect.map(Audit, ({ read }) => read)).pipe(Stream.provide(databaseRecords("--data", council)))
    : readAudit(data)

export const audit = Command.make(
  "audit",
  { data: dataOrDatabase, council, child, by, from, to, json },
  Effect.fn("audit")(function* (given) {
    const wanted: Wanted = {
      child: yield* Effect.transposeOption(Option.map(given.child, (text) => referenceFrom(text, "--child"))),
      by: given.by,
      from: yield* Effect.transposeOption(Option.map(given.from, (text) => momentFrom(text, "--from"))),
      to: yield* Effect.transposeOption(Option.map(given.to, (text) => momentFrom(text, "--to")))
    }
    const found: Array<EntryRecord> = []
    const damage: Array<Extract<AuditRecord, { readonly _tag: "Damage" }>> = []
    let all = 0
    yield* Stream.runForEach(auditIn(given), (record) =>
      Effect.sync(() => {
        if (record._tag === "Damage") return void damage.push(record)
        all += 1
        if (isWanted(record.entry, wanted)) found.push(record)
      })
    )
    yield* given.json
      ? printJsonList(found.map(answer))
      : print([`${found.length} of the ${all} entries in the audit`, ...found.map(inWords)].join("\n"))
    if (damage.length > 0) return yield* new AuditDamaged({ damage })
  })
).pipe(
  Command.withDescription("Who asked for what, of which child, and whether they were let; damage is named"),
  Command.withExamples([
    { command: "safe-return journal audit --child LCS-10432", description: "Who looked at this child's record" },
    {
      command: "safe-return journal audit --by U012AB3CD --from 2026-11-01T00:00:00Z --json",
      description: "For scripts"
    }
  ])
)
