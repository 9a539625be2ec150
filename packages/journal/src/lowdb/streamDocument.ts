/** How a child's stream is kept: `children/<reference>.json`, an entry a line. */
import { ChildReference, EventId, RecordedEvent } from "@safe-return/domain/pathway"
import { Option, Schema } from "effect"

import { bodyOfFormatOne, type DocumentForm, parseJson, type StreamHead } from "../documents/DocumentForm.ts"
import { trustedDecoder } from "../documents/trustedDecoder.ts"
import type { JournalEntry } from "../Journal.ts"
import { brokenAt, firstLink, linkedEntry, linkOf } from "./chain.ts"
import type { PoliciesByDigest } from "./policyFiles.ts"
import { recordedEvent, StoredEvent, storedEvent } from "./storedEvent.ts"

export interface StreamDocument {
  readonly child: ChildReference
  readonly entries: ReadonlyArray<JournalEntry>
}

const Place = Schema.Int.check(Schema.isGreaterThan(0))

interface Placed {
  readonly id: EventId
  readonly version: number
  readonly position: number
}

const countedFromOne = Schema.makeFilter((entries: ReadonlyArray<Placed>) => {
  const wrong = entries.findIndex((entry, index) => entry.version !== index + 1)
  return wrong === -1 || `its entries are not versions 1 to ${entries.length}: place ${wrong + 1} holds another version`
})

const inOrder = Schema.makeFilter((entries: ReadonlyArray<Placed>) => {
  const wrong = entries.find((entry, index) => entry.position <= (entries[index - 1]?.position ?? 0))
  return wrong === undefined || `version ${wrong.version} stands at a position that is not after the one before it`
})

const oneIdEach = Schema.makeFilter((entries: ReadonlyArray<Placed>) => {
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

const decodeFormatOne = Schema.decodeUnknownSync(FormatOne, { onExcessProperty: "error" })
const decodeFormatTwo = Schema.decodeUnknownSync(FormatTwo, { onExcessProperty: "error" })
const decodeTrusted = trustedDecoder(FormatTwo)
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

  const readFormatTwo = (body: string): StreamDocument => {
    const { child, entries } = Option.getOrElse(decodeTrusted(parseJson(body)), () => decodeFormatTwo(parseJson(body)))
    return {
      child,
      entries: entries.map(({ id, version, position, recorded }) => ({
        id,
        version,
        position,
        recorded: recordedEvent(recorded, policies.policyOf),
        child
      }))
    }
  }

  return {
    read: ({ generation, body }) => (generation === 0 ? readFormatOne(body) : readFormatTwo(body)),
    write: ({ child, entries }, before) => {
      // What is written already is kept to the letter: its links hang on it.
      if (before !== null && before.generation > 0) {
        const { version, hash } = headOf(before.body)
        return `${before.body.slice(0, -END.length)}${BETWEEN}${newLines(entries.slice(version), hash)}${END}`
      }
      return `{"child":${JSON.stringify(child)},${START}${newLines(entries, firstLink(child))}${END}`
    },
    headOf: (body) => headOf(body),
    goesOnFrom
  }
}
