/** What the watch is told in its environment: it runs apart from the bot, and holds none of its secrets. */
import {
  areContacts,
  EnvironmentIncomplete,
  isHttpAddress,
  isMadeUpWell,
  MADE_UP_WELL,
  notifyFormProblems,
  tidyEnvironment
} from "@safe-return/settings"
import { Effect, Redacted } from "effect"
import type { Patience } from "./judge.ts"

export interface AlertChannels {
  readonly notify?: {
    readonly apiKey: Redacted.Redacted
    readonly apiUrl?: string
    readonly email?: string
    readonly sms?: string
    readonly contacts: ReadonlyArray<string>
  }
  readonly webhook?: Redacted.Redacted
}

export interface WatchSettings {
  readonly council: string
  /** Where the bot is asked. */
  readonly ask?: string
  /** Where beats are taken, and the word that stands in their address. */
  readonly listen?: { readonly host: string; readonly port: number; readonly token: Redacted.Redacted }
  readonly patience: Patience
  /** How often it looks, in milliseconds. */
  readonly lookEvery: number
  readonly stateFile: string
  /** The London hour from which it says once a day that it is awake. */
  readonly awakeHour?: number
  readonly channels: AlertChannels
}

/** Working choices, not confirmed by any council. */
const usual = { afterSeconds: 300, againMinutes: 30, lookSeconds: 30 }

/** Every mistake is named at once; a watch that could tell nobody does not start, unless its output is told by who runs it. */
export const watchSettingsFrom = Effect.fn("watchSettingsFrom")(function* (
  environment: Record<string, string | undefined>,
  isOnce: boolean
) {
  const { values, problems: untidy } = tidyEnvironment(environment)
  const problems = new Map([...notifyFormProblems(values), ...untidy])
  /** Of a setting that is wrong in itself, nothing else need be said. */
  const refuse = (name: string, message: string): void => {
    if (!problems.has(name)) problems.set(name, message)
  }
  const whole = (name: string, otherwise: number, most = 86_400): number => {
    const text = values[name]
    if (text === undefined) return otherwise
    if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text)
    refuse(name, `must be a whole number, from 1 to ${most}`)
    return otherwise
  }
  const address = (name: string): string | undefined => {
    const text = values[name]
    if (text !== undefined && !isHttpAddress(text)) refuse(name, "must be an address that begins with https://")
    return text
  }

  const ask = address("SAFE_RETURN_WATCH_URL")
  const webhook = address("SAFE_RETURN_WATCH_WEBHOOK")
  const { SAFE_RETURN_WATCH_TOKEN: token, SAFE_RETURN_WATCH_LISTEN: at } = values
  const [, host = "", port = ""] = /^(?:(.+):)?(\d{1,5})$/.exec(at ?? "") ?? []
  if (at !== undefined && !(Number(port) >= 1 && Number(port) <= 65_535)) {
    refuse("SAFE_RETURN_WATCH_LISTEN", "must be host:port, such as 0.0.0.0:3100")
  }
  // An address with a word that can be guessed lets anybody say that all is well.
  if (at !== undefined && !isMadeUpWell(token ?? "")) refuse("SAFE_RETURN_WATCH_TOKEN", MADE_UP_WELL)
  if (at === undefined && token !== undefined) {
    refuse("SAFE_RETURN_WATCH_LISTEN", "must be set, because SAFE_RETURN_WATCH_TOKEN is: beats are taken there")
  }
  if (ask === undefined && at === undefined) {
    refuse("SAFE_RETURN_WATCH_URL", "must be set, such as https://bot.example/heartbeat, or SAFE_RETURN_WATCH_LISTEN")
  }
  if (isOnce && ask === undefined) refuse("SAFE_RETURN_WATCH_URL", "must be set for --once: it listens to nobody")

  const { SAFE_RETURN_NOTIFY_API_KEY: apiKey, SAFE_RETURN_WATCH_CONTACTS: named = "" } = values
  const contacts = named.split(",").flatMap((one) => (one.trim() === "" ? [] : [one.trim()]))
  const { SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE: email, SAFE_RETURN_NOTIFY_SMS_TEMPLATE: sms } = values
  const apiUrl = address("SAFE_RETURN_NOTIFY_API_URL")
  if (!areContacts(named)) {
    refuse("SAFE_RETURN_WATCH_CONTACTS", "must be e-mail addresses and telephone numbers, separated by commas")
  }
  if (contacts.length > 0 && apiKey === undefined) {
    refuse("SAFE_RETURN_NOTIFY_API_KEY", "must be set: contacts are told by GOV.UK Notify")
  }
  if (contacts.some((one) => one.includes("@")) && email === undefined) {
    refuse("SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE", "must be set: an e-mail address is among the contacts")
  }
  if (contacts.some((one) => !one.includes("@")) && sms === undefined) {
    refuse("SAFE_RETURN_NOTIFY_SMS_TEMPLATE", "must be set: a telephone number is among the contacts")
  }
  if (contacts.length === 0 && webhook === undefined && !isOnce) {
    refuse("SAFE_RETURN_WATCH_CONTACTS", "or SAFE_RETURN_WATCH_WEBHOOK must be set: someone has to be told")
  }

  const settings: WatchSettings = {
    council: values["SAFE_RETURN_AUTHORITY"] ?? "the council",
    ...(ask === undefined ? {} : { ask }),
    ...(at === undefined || token === undefined
      ? {}
      : { listen: { host: host === "" ? "0.0.0.0" : host, port: Number(port), token: Redacted.make(token) } }),
    patience: {
      after: whole("SAFE_RETURN_WATCH_AFTER_SECONDS", usual.afterSeconds) * 1_000,
      every: whole("SAFE_RETURN_WATCH_AGAIN_MINUTES", usual.againMinutes, 1_440) * 60_000
    },
    lookEvery: whole("SAFE_RETURN_WATCH_LOOK_SECONDS", usual.lookSeconds, 3_600) * 1_000,
    stateFile: values["SAFE_RETURN_WATCH_STATE"] ?? ".safe-return/watch.json",
    ...(values["SAFE_RETURN_WATCH_AWAKE_HOUR"] === undefined
      ? {}
      : { awakeHour: whole("SAFE_RETURN_WATCH_AWAKE_HOUR", 8, 23) }),
    channels: {
      ...(webhook === undefined ? {} : { webhook: Redacted.make(webhook) }),
      ...(apiKey === undefined || contacts.length === 0
        ? {}
        : {
            notify: {
              apiKey: Redacted.make(apiKey),
              ...(apiUrl === undefined ? {} : { apiUrl }),
              ...(email === undefined ? {} : { email }),
              ...(sms === undefined ? {} : { sms }),
              contacts
            }
          })
    }
  }
  if (problems.size > 0) {
    return yield* new EnvironmentIncomplete({ problems: [...problems].map(([name, message]) => `${name} ${message}`) })
  }
  return settings
})
