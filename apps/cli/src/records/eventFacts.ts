/** Everything an event holds, as labels and values, read from its written form so that no later field is left out. */
import { parseInstant } from "@safe-return/domain/calendar"
import { RecordedCmeEvent } from "@safe-return/domain/education"
import { RecordedEvent } from "@safe-return/domain/pathway"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { Option, Schema } from "effect"

export interface Fact {
  readonly label: string
  readonly value: string
  /** A person typed it in their own words: read it before it is released. */
  readonly isFreeText: boolean
}

const labels: Readonly<Record<string, string>> = {
  episodeId: "Episode",
  episodeIds: "Episodes",
  duplicateId: "The record that is the same disappearance",
  interviewId: "Interview",
  missingAt: "Last seen",
  reportedAt: "Reported",
  notifiedAt: "The council was told",
  sentAt: "Sent",
  missingFrom: "Missing from",
  lastSeen: "Where last seen",
  to: "To",
  knownAdult: "A known adult the child asked for",
  followUp: "Follow-up",
  takenBack: "Taken back",
  policy: "Rules in force",
  rows: "Earlier episode"
}

/** `harmDisclosed` is shown as "Harm disclosed", `likely-places` as "Likely places". */
const labelOf = (key: string): string => {
  const known = labels[key]
  if (known !== undefined) return known
  const words = key
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]/g, " ")
    .toLowerCase()
    .replace(/ at$/, " at")
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The fields in which people write their own words; and any text with a space in it, whatever field it is in. */
const ownWords: Readonly<Record<string, ReadonlyArray<string>>> = {
  NotificationReceived: ["reason"],
  NotificationTurnedAway: ["reason"],
  EpisodeCancelled: ["reason"],
  CancellationQuestioned: ["reason"],
  ConsiderationAnswered: ["reason"],
  TriggerDecided: ["reason"]
}

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/

const shownAs = (value: string | number | boolean): string => {
  if (typeof value === "boolean") return value ? "yes" : "no"
  if (typeof value === "number") return String(value)
  return Option.match(parseInstant(value), {
    onSome: londonDateTimeInFull,
    onNone: () => (CODE.test(value) && /[a-z]-[a-z]/.test(value) ? value.replaceAll("-", " ") : value)
  })
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"

const factsIn = (tag: string, key: string, value: unknown): ReadonlyArray<Fact> => {
  if (value === null || value === undefined) return []
  if (isPlain(value)) {
    const typed = typeof value === "string" && Option.isNone(parseInstant(value))
    const isFreeText = typed && (ownWords[tag]?.includes(key) === true || /\s/.test(value))
    return [{ label: labelOf(key), value: isFreeText ? String(value) : shownAs(value), isFreeText }]
  }
  if (Array.isArray(value) && value.every(isPlain)) {
    return [
      { label: labelOf(key), value: value.length === 0 ? "none" : value.map(shownAs).join(", "), isFreeText: false }
    ]
  }
  const place = (label: string) => (fact: Fact) => ({ ...fact, label: `${label}: ${fact.label}` })
  if (Array.isArray(value)) {
    return value.flatMap((item, nth) => factsOf(tag, item).map(place(`${labelOf(key)} ${nth + 1}`)))
  }
  return factsOf(tag, value).map(place(labelOf(key)))
}

const factsOf = (tag: string, held: object): ReadonlyArray<Fact> =>
  Object.entries(held).flatMap(([key, value]) => factsIn(tag, key, value))

const encode = Schema.encodeSync(RecordedEvent)

const isPolicy = Schema.is(Schema.Struct({ id: Schema.String, title: Schema.String }))

const writtenFacts = ({ _tag: tag, ...event }: { readonly _tag: string }): ReadonlyArray<Fact> =>
  Object.entries(event).flatMap(([key, value]) =>
    // The rules are the council's and the same for every child: their name is enough here, the JSON has them whole.
    key === "policy" && isPolicy(value)
      ? [{ label: labelOf(key), value: `${value.title} (${value.id})`, isFreeText: false }]
      : factsIn(tag, key, value)
  )

export const eventFacts = (recorded: RecordedEvent): ReadonlyArray<Fact> => writtenFacts(encode(recorded).event)

const encodeCase = Schema.encodeSync(RecordedCmeEvent)

/** The same of an event about a child missing education. */
export const caseEventFacts = (recorded: RecordedCmeEvent): ReadonlyArray<Fact> =>
  writtenFacts(encodeCase(recorded).event)
