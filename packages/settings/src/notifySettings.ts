/** GOV.UK Notify as environment variables. */
import { definedFields } from "@safe-return/domain/definedFields"
import { Redacted, Schema } from "effect"
import type { NotifyConfiguration } from "./NotifyConfiguration.ts"
import { isOnThisMachine } from "./serviceAddress.ts"

const Text = Schema.optionalKey(Schema.NonEmptyString)

const CONTACTS = /^\s*((?:[^\s,@]+@[^\s,@]+\.[^\s,@]+|\+?[\d ()-]{6,})(?:\s*,\s*|\s*$))*$/

export const areContacts = (text: string): boolean => CONTACTS.test(text)

const Contacts = Schema.optionalKey(
  Schema.String.check(
    Schema.isPattern(CONTACTS, { message: "must be e-mail addresses and telephone numbers, separated by commas" })
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

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
/** A name, then the ids of the service and of the key. */
const KEY = new RegExp(`^.+-${UUID}-${UUID}$`, "i")
const TEMPLATE = new RegExp(`^${UUID}$`, "i")

/** By the name of a setting: why it is wrong beside the others. */
type SettingProblems = ReadonlyMap<string, string>

/** The forms that GOV.UK gives its key and ids; a stand-in on this machine may have others. */
export const notifyFormProblems = (values: Readonly<Record<string, string>>): SettingProblems => {
  const problems = new Map<string, string>()
  const { SAFE_RETURN_NOTIFY_API_KEY: key, SAFE_RETURN_NOTIFY_API_URL: url } = values
  if (url !== undefined && isOnThisMachine(url)) return problems
  if (key !== undefined && !KEY.test(key)) {
    problems.set(
      "SAFE_RETURN_NOTIFY_API_KEY",
      "must be a whole key of GOV.UK Notify, which ends in two ids. Make a new one there, and copy all of it"
    )
  }
  for (const name of ["SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE", "SAFE_RETURN_NOTIFY_SMS_TEMPLATE"] as const) {
    const id = values[name]
    if (id !== undefined && !TEMPLATE.test(id)) {
      problems.set(
        name,
        "must be a template's id, as its page in GOV.UK Notify shows: five groups of letters and digits"
      )
    }
  }
  return problems
}

const roleVariables = [
  "SAFE_RETURN_NOTIFY_MISSING_COORDINATORS",
  "SAFE_RETURN_NOTIFY_TEAM_MANAGERS",
  "SAFE_RETURN_NOTIFY_HEADS_OF_SERVICE",
  "SAFE_RETURN_NOTIFY_OUT_OF_HOURS_DUTY"
] as const

/** What is set for Notify and could reach nobody. */
export const notifyProblems = (values: Readonly<Record<string, string>>): SettingProblems => {
  const problems = new Map<string, string>()
  const set = Object.keys(notifyVariables).filter((name) => values[name] !== undefined)
  const KEY_NAME = "SAFE_RETURN_NOTIFY_API_KEY"
  if (set.length === 0) return problems
  if (values[KEY_NAME] === undefined) {
    problems.set(KEY_NAME, `must be set, because ${set[0]} is: without it nothing leaves Slack`)
  }
  const contacts = roleVariables.map((name) => [name, contactsIn(values[name])] as const)
  const ways = [
    ["email", "SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE", "an e-mail address"],
    ["sms", "SAFE_RETURN_NOTIFY_SMS_TEMPLATE", "a telephone number"]
  ] as const
  for (const [way, template, what] of ways) {
    const named = contacts.find(([, of]) => of[way].length > 0)
    if (named !== undefined && values[template] === undefined) {
      problems.set(template, `must be set, because ${named[0]} has ${what}`)
    }
  }
  // The watch takes the same key for contacts of its own.
  const isAnybodyNamed = contacts.some(([, of]) => of.email.length + of.sms.length > 0)
  if (!isAnybodyNamed && values["SAFE_RETURN_WATCH_CONTACTS"] === undefined) {
    problems.set(KEY_NAME, `has nobody to tell. Set ${roleVariables[3]} or another of its roles, or take it away`)
  }
  return problems
}

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
    apiKey: Redacted.make(apiKey),
    ...definedFields({ apiUrl }),
    templates: { ...definedFields({ email, sms }) },
    addresses: {
      "missing-coordinator": contactsIn(found.SAFE_RETURN_NOTIFY_MISSING_COORDINATORS),
      "team-manager": contactsIn(found.SAFE_RETURN_NOTIFY_TEAM_MANAGERS),
      "head-of-service": contactsIn(found.SAFE_RETURN_NOTIFY_HEADS_OF_SERVICE),
      "out-of-hours-duty": contactsIn(found.SAFE_RETURN_NOTIFY_OUT_OF_HOURS_DUTY)
    }
  }
}
