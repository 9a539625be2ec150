/** The log as JSON lines without personal data: a word with a digit may be a reference, an id or a telephone number. */
import { Layer, Logger } from "effect"

const REMOVED = "…"

/** Keys of messages and addresses fall apart here, so that their kind can still be read. */
const WORD = /[^\s:;,()[\]{}<>"'“”‘’`|=&?]+/g
/** Counts, hours and minutes, and the lines of a stack. */
const SMALL_NUMBER = /^\d{1,3}%?[.!]?$/
const HAS_DIGIT = /\p{N}/u
/** An id of Slack's by chance without a digit. */
const SLACK_ID = /^[UWSCGDTBA][A-Z]{7,}$/

const isPersonal = (word: string): boolean =>
  !SMALL_NUMBER.test(word) && (HAS_DIGIT.test(word) || word.includes("@") || SLACK_ID.test(word))

export const withoutReferences = (text: string): string =>
  text.replace(WORD, (word) => (isPersonal(word) ? REMOVED : word))

/** Made up at random for a person to quote, so that the line can be found. */
const KEPT_ANNOTATIONS = ["incident"]

const cleaned = (value: unknown): unknown => {
  if (typeof value === "string") return withoutReferences(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== "object" || value === null) return typeof value === "boolean" ? value : REMOVED
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [withoutReferences(key), cleaned(inner)]))
}

const line = Logger.map(Logger.formatStructured, ({ timestamp, level, message, cause, annotations }) =>
  JSON.stringify({
    timestamp,
    level,
    message: cleaned(message),
    ...(cause === undefined ? {} : { cause: withoutReferences(cause) }),
    ...Object.fromEntries(Object.entries(annotations).filter(([name]) => KEPT_ANNOTATIONS.includes(name)))
  })
)

/** On stdout, in place of the lines that people read. */
const jsonLogLayer = Logger.layer([Logger.withConsoleLog(line)])

export const logLayer = (log: "plain" | "json") => (log === "json" ? jsonLogLayer : Layer.empty)
