/** How a child's stream is kept: `children/<reference>.json`, an entry a line. */
import { ChildReference, EventId, RecordedEvent } from "@safe-return/domain/pathway"
import { Option, Schema } from "effect"
import { bodyOfFormatOne, type DocumentForm, parseJson, type StreamHead } from "../documents/DocumentForm.ts"
import { trustedDecoder } from "../documents/trustedDecoder.ts"
import type { JournalEntry, UnreadableRecord } from "../Journal.ts"
import { tagOfNewer } from "../newerEvent.ts"
import { brokenAt, firstLink, linkedEntry, linkOf } from "./chain.ts"
import { NewerPolicy, type PoliciesByDigest } from "./policyFiles.ts"
import { recordedEvent, StoredEvent, storedEvent } from "./storedEvent.ts"

export interface StreamDocument {
  readonly child: ChildReference
  readonly entries: ReadonlyArray<JournalEntry>
  /** What only a newer version can read; it stands between the entries and is kept to the letter. */
  readonly unreadable?: ReadonlyArray<UnreadableRecord>
}

/** What stands at a place that none of its entries has. */
export const passedOver = ({ unreadable = [] }: Pick<StreamDocument, "unreadable">): ReadonlyArray<UnreadableRecord> =>
  unreadable.filter(({ isReadInPart }) => !isReadInPart)

/** Where its last event stands, whether or not it can be read; 0 where there is none. */
export const lastOf = ({ entries, unreadable = [] }: StreamDocument, place: "version" | "position"): number =>
  Math.max(entries.at(-1)?.[place] ?? 0, unreadable.at(-1)?.[place] ?? 0)

const Place = Schema.Int.check(Schema.isGreaterThan(0))

interface EntryPlace {
  readonly id: EventId
  readonly version: number
  readonly position: number
}

const countedFromOne = Schema.makeFilter((entries: ReadonlyArray<EntryPlace>) => {
  const wrong = entries.findIndex((entry, index) => entry.version !== index + 1)
  return wrong === -1 || `its entries are not versions 1 to ${entries.length}: place ${wrong + 1} holds another version`
})

const inOrder = Schema.makeFilter((entries: ReadonlyArray<EntryPlace>) => {
  const wrong = entries.find((entry, index) => entry.position <= (entries[index - 1]?.position ?? 0))
  return wrong === undefined || `version ${wrong.version} stands at a position that is not after the one before it`
})

const oneIdEach = Schema.makeFilter((entries: ReadonlyArray<EntryPlace>) => {
  const ids = new Set<EventId>()
  const wrong = entries.find(({ id }) => ids.size === ids.add(id).size)
  return wrong === undefined || `version ${wrong.version} has the id of an earlier one`
})

const placed = { id: EventId, version: Place, position: Place }

const FormatOne = Schema.Struct({
  child: ChildReference,
  entries: Schema.Array(Schema.Struct({ ...placed, recorded: RecordedEvent })).check(countedFromOne, inOrder, oneIdEach)
})

const FormatTwo = Schema.Struct({
  child: ChildReference,
  entries: Schema.Array(Schema.Struct({ ...placed, recorded: StoredEvent, link: Schema.String })).check(
    countedFromOne,
    inOrder,
    oneIdEach
  )
})

/** The same where the checksum has vouched for what an event says, which is looked at one by one. */
const FormatTwoAnyEvent = Schema.Struct({
  child: ChildReference,
  entries: Schema.Array(Schema.Struct({ ...placed, recorded: Schema.Unknown, link: Schema.String })).check(
    countedFromOne,
    inOrder,
    oneIdEach
  )
})

const decodeFormatOne = Schema.decodeUnknownSync(FormatOne, { onExcessProperty: "error" })
const decodeFormatTwo = Schema.decodeUnknownSync(FormatTwo, { onExcessProperty: "error" })
const decodeAnyEvent = Schema.decodeUnknownSync(FormatTwoAnyEvent, { onExcessProperty: "error" })
const decodeWhole = Schema.decodeUnknownOption(StoredEvent, { onExcessProperty: "error" })
const decodeInPart = Schema.decodeUnknownOption(StoredEvent)
const decodeTrusted = trustedDecoder(FormatTwo)
/** Throws what is wrong with a document of which an event is none of any version. */
const whyNot = (body: string): never => {
  decodeFormatTwo(parseJson(body))
  throw new Error("one of its events is none of any version")
}
const encodeEvent = Schema.encodeSync(StoredEvent)

const START = '"entries":[\n'
const BETWEEN = ",\n"
const END = "\n]}"

/** An entry a line, as they are written. */
export const linesOf = (body: string): ReadonlyArray<string> =>
  body.slice(body.indexOf(START) + START.length, -END.length).split(BETWEEN)

const lastLine = (body: string): string =>
  body.slice(body.lastIndexOf("\n", body.length - END.length - 1) + 1, -END.length)

const headOf = (body: string): StreamHead => {
  const line = lastLine(body)
  return { version: JSON.parse(line).version, hash: linkOf(line) }
}

/** The version from which on the chain does not fit any more; undefined when it is whole. */
export const brokenVersion = (body: string): number | undefined => brokenAt(JSON.parse(body).child, linesOf(body))

/** The same stream up to a position, in format 2; undefined when nothing of it is left. */
export const upTo = (body: string, position: number): string | undefined => {
  const lines = linesOf(body)
  const kept = lines.filter((line) => JSON.parse(line).position <= position)
  if (kept.length === lines.length) return body
  const start = body.slice(0, body.indexOf(START) + START.length)
  return kept.length === 0 ? undefined : `${start}${kept.join(BETWEEN)}${END}`
}

const goesOnFrom = (body: string, head: StreamHead): boolean => {
  const lines = linesOf(body)
  const at = lines[head.version - 1]
  return at !== undefined && linkOf(at) === head.hash && brokenAt(JSON.parse(body).child, lines) === undefined
}

export const streamForm = (policies: PoliciesByDigest): DocumentForm<StreamDocument> => {
  const jsonOf = ({ id, version, position, recorded }: JournalEntry): string =>
    JSON.stringify({ id, version, position, recorded: encodeEvent(storedEvent(recorded, policies.digestOf)) })

  const newLines = (entries: ReadonlyArray<JournalEntry>, after: string): string => {
    let link = after
    const lines = entries.map((entry) => {
      const linked = linkedEntry(jsonOf(entry), link)
      link = linked.link
      return linked.line
    })
    return lines.join(BETWEEN)
  }

  const readFormatOne = (body: string): StreamDocument => {
    const { child, entries } = decodeFormatOne(bodyOfFormatOne(parseJson(body)))
    return { child, entries: entries.map((entry) => ({ ...entry, child })) }
  }

  /** None where the event, or the policy it rests on, is of a newer version. */
  const readEvent = (stored: Option.Option<StoredEvent>): Option.Option<RecordedEvent> => {
    try {
      return Option.map(stored, (event) => recordedEvent(event, policies.policyOf))
    } catch (cause) {
      if (cause instanceof NewerPolicy) return Option.none()
      throw cause
    }
  }

  const readFormatTwo = (body: string): StreamDocument => {
    const trusted = decodeTrusted(parseJson(body))
    const { child, entries: all } = Option.getOrElse(trusted, () => decodeAnyEvent(parseJson(body)))
    const entries: Array<JournalEntry> = []
    const unreadable: Array<UnreadableRecord> = []
    for (const { id, version, position, recorded } of all) {
      const whole = Option.isSome(trusted) ? Option.some(recorded as StoredEvent) : decodeWhole(recorded)
      const event = readEvent(Option.orElse(whole, () => decodeInPart(recorded)))
      if (Option.isSome(event)) entries.push({ id, version, position, recorded: event.value, child })
      if (Option.isSome(whole) && Option.isSome(event)) continue
      const tag = tagOfNewer(recorded)
      // One that is no event of any version is refused, with the schema's reason.
      if (Option.isNone(tag)) return whyNot(body)
      unreadable.push({ id, child, version, position, tag: tag.value, isReadInPart: Option.isSome(event) })
    }
    return unreadable.length === 0 ? { child, entries } : { child, entries, unreadable }
  }

  return {
    read: ({ generation, body }) => (generation === 0 ? readFormatOne(body) : readFormatTwo(body)),
    write: ({ child, entries }, before) => {
      // What is written already is kept to the letter: its links hang on it.
      if (before !== null && before.generation > 0) {
        const { version, hash } = headOf(before.body)
        const added = entries.slice(entries.findLastIndex((entry) => entry.version <= version) + 1)
        return `${before.body.slice(0, -END.length)}${BETWEEN}${newLines(added, hash)}${END}`
      }
      return `{"child":${JSON.stringify(child)},${START}${newLines(entries, firstLink(child))}${END}`
    },
    headOf: (body) => headOf(body),
    goesOnFrom
  }
}
