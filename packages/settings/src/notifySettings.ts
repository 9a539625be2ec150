/** GOV.UK Notify as environment variables. */
import { Schema } from "effect"
import type { NotifyConfiguration } from "./NotifyConfiguration.ts"

const Text = Schema.optionalKey(Schema.NonEmptyString)

const Contacts = Schema.optionalKey(
  Schema.String.check(
    Schema.isPattern(/^\s*((?:[^\s,@]+@[^\s,@]+\.[^\s,@]+|\+?[\d ()-]{6,})(?:\s*,\s*|\s*$))*$/, {
      message: "must be e-mail addresses and telephone numbers, separated by commas"
    })
  )
)

export const notifyVariables = {
  SAFE_RETURN_NOTIFY_API_KEY: Text,
  /** Only for a service that is not GOV.UK's own. */
  SAFE_RETURN_NOTIFY_API_URL: Text,
  SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE: Text,
  SAFE_RETURN_NOTIFY_SMS_TEMPLATE: Text,
  SAFE_RETURN_NOTIFY_MISSING_COORDINATORS: Contacts,
  SAFE_RETURN_NOTIFY_TEAM_MANAGERS: Contacts,
  SAFE_RETURN_NOTIFY_HEADS_OF_SERVICE: Contacts,
  SAFE_RETURN_NOTIFY_OUT_OF_HOURS_DUTY: Contacts
}

const Variables = Schema.Struct(notifyVariables)

const contactsIn = (text = ""): { readonly email: ReadonlyArray<string>; readonly sms: ReadonlyArray<string> } => {
  const all = text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean)
  return { email: all.filter((one) => one.includes("@")), sms: all.filter((one) => !one.includes("@")) }
}

/** Undefined without a key: nothing then leaves Slack. */
export const notifyIn = (found: typeof Variables.Type): NotifyConfiguration | undefined => {
  const { SAFE_RETURN_NOTIFY_API_KEY: apiKey } = found
  if (apiKey === undefined) return undefined
  const { SAFE_RETURN_NOTIFY_API_URL: apiUrl } = found
  const { SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE: email, SAFE_RETURN_NOTIFY_SMS_TEMPLATE: sms } = found
  return {
    apiKey,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    templates: { ...(email === undefined ? {} : { email }), ...(sms === undefined ? {} : { sms }) },
    addresses: {
      "missing-coordinator": contactsIn(found.SAFE_RETURN_NOTIFY_MISSING_COORDINATORS),
      "team-manager": contactsIn(found.SAFE_RETURN_NOTIFY_TEAM_MANAGERS),
      "head-of-service": contactsIn(found.SAFE_RETURN_NOTIFY_HEADS_OF_SERVICE),
      "out-of-hours-duty": contactsIn(found.SAFE_RETURN_NOTIFY_OUT_OF_HOURS_DUTY)
    }
  }
}
