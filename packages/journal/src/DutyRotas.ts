/** The rota of the out-of-hours duty: a stream of its own, of a council that keeps one. */
import { RecordedDuty } from "@safe-return/domain/escalation"
import { Context, Effect, Schema } from "effect"
import { JournalUnavailable } from "./Journal.ts"

/** Another person changed the rota meanwhile, at the same or another copy of the bot. */
export class RotaChanged extends Schema.TaggedError<RotaChanged>()("RotaChanged", {}) {
  override get message() {
    return "The rota was changed by another person meanwhile. Nothing was changed: look at it again on your Home, and repeat what is still to be done."
  }
}

/** How a change is kept, whatever it is kept in. */
export const KeptDuties = Schema.Struct({ changes: Schema.Array(RecordedDuty) })

interface Rota {
  /** Every change, in order. */
  readonly changes: Effect.Effect<ReadonlyArray<RecordedDuty>, JournalUnavailable>
  /** Adds one durably, where there are so many before it. */
  readonly add: (before: number, change: RecordedDuty) => Effect.Effect<void, JournalUnavailable | RotaChanged>
}

/** Where nothing keeps one, roles are as the settings say. */
export class DutyRotas extends Context.Reference<Rota>("@safe-return/journal/DutyRotas", {
  defaultValue: () => ({
    changes: Effect.succeed([]),
    add: () => Effect.fail(new JournalUnavailable({ path: "duty-rota", reason: "no rota is kept here" }))
  })
}) {}
