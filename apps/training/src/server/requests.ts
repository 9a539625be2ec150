/** The bodies of the page's requests, read strictly; see api.ts for what they mean. */
import { Schema } from "effect"

const Values = Schema.Record(Schema.String, Schema.Record(Schema.String, Schema.Record(Schema.String, Schema.Unknown)))
const Text = Schema.NonEmptyString

export const CommandBody = Schema.Struct({
  channel: Text,
  command: Schema.String.check(Schema.isPattern(/^\/\S+$/)),
  text: Schema.String
})

const Container = Schema.Union([
  Schema.Struct({ type: Schema.Literal("message"), channel: Text, ts: Text }),
  Schema.Struct({ type: Schema.Literal("view"), viewId: Text })
])

export const ActionBody = Schema.Struct({
  container: Container,
  blockId: Text,
  element: Schema.StructWithRest(Schema.Struct({ action_id: Text }), [Schema.Record(Schema.String, Schema.Unknown)]),
  value: Schema.optionalKey(Schema.Unknown),
  values: Schema.optionalKey(Values)
})

export const ShortcutBody = Schema.Struct({
  callbackId: Text,
  message: Schema.optionalKey(Schema.Struct({ channel: Text, ts: Text }))
})

export const SuggestionsBody = Schema.Struct({
  container: Container,
  blockId: Text,
  actionId: Text,
  typed: Schema.String
})

export const ViewBody = Schema.Struct({ viewId: Text, values: Values })

export const PoliceBody = Schema.Struct({ notification: Schema.Record(Schema.String, Schema.Unknown) })

export const ClockBody = Schema.Union([
  Schema.Struct({ advanceMinutes: Schema.Finite.check(Schema.isGreaterThan(0)) }),
  Schema.Struct({ to: Text })
])
