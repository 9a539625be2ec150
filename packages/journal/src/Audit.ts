/**
 * Who asked for what, and whether they were let: reads as well as writes, refusals as well as what was done. Only ever
 * added to, each entry chained to the one before, and durable before the act goes on. Ids and codes alone: never what
 * was read, typed or answered.
 */
import { InstantFromIso } from "@safe-return/domain/calendar"
import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Context, type Effect, Schema, type Stream } from "effect"
import { AuditedAct } from "./auditActs.ts"
import { type JournalUnavailable, WriteFault } from "./Journal.ts"

export const AuditEntry = Schema.Struct({
  at: InstantFromIso,
  /** A Slack user id, an intake's name, or `command-line:` and the account that ran the command. */
  by: PersonId,
  act: AuditedAct,
  /** Absent where the act is about no single child: a list, a help text, a reference that could not be read. */
  child: Schema.optionalKey(ChildReference),
  outcome: Schema.Literals(["allowed", "refused"])
})
export type AuditEntry = typeof AuditEntry.Type

/** What stands in the audit, and what stands there no longer as it was written. */
export type AuditRecord =
  | {
      readonly _tag: "Entry"
      /** Its place in the audit, counted from 1. */
      readonly number: number
      readonly entry: AuditEntry
    }
  | { readonly _tag: "Damage"; readonly place: string; readonly reason: string }

/** The request could not be written down, so the act does not happen. */
export class NotAudited extends Schema.TaggedError<NotAudited>()("NotAudited", {
  path: Schema.String,
  reason: Schema.String,
  fault: Schema.optionalKey(WriteFault)
}) {
  override get message() {
    return `The audit at ${this.path} cannot be written: ${this.reason}. Nothing was shown and nothing was done.`
  }
}

export class Audit extends Context.Service<
  Audit,
  {
    /** Returns once the entry is durable. Nothing is shown or done before. */
    readonly add: (entry: AuditEntry) => Effect.Effect<void, NotAudited>
    /** Everything, oldest first. Damage is named where it is met, and what follows it is still read. */
    readonly read: Stream.Stream<AuditRecord, JournalUnavailable>
  }
>()("@safe-return/journal/Audit") {}
