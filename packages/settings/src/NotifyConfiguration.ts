import { Schema } from "effect"

const Texts = Schema.Array(Schema.NonEmptyString)

/** E-mail addresses and telephone numbers of the people on call for one role. */
export const Addresses = Schema.Struct({ email: Texts, sms: Texts })

/** A GOV.UK Notify service of the council's own. */
export const NotifyConfiguration = Schema.Struct({
  apiKey: Schema.Redacted(Schema.NonEmptyString),
  /** Only for a service that is not GOV.UK's own: training and tests. */
  apiUrl: Schema.optionalKey(Schema.NonEmptyString),
  /** Ids of the council's templates, with the fields `((case_reference))` and `((what_to_do))`; no id, no such way. */
  templates: Schema.Struct({
    email: Schema.optionalKey(Schema.NonEmptyString),
    sms: Schema.optionalKey(Schema.NonEmptyString)
  }),
  addresses: Schema.Struct({
    "missing-coordinator": Addresses,
    "team-manager": Addresses,
    "head-of-service": Addresses,
    "out-of-hours-duty": Addresses
  })
})
export type NotifyConfiguration = typeof NotifyConfiguration.Type
