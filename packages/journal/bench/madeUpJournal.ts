/**
 * A journal of made-up children, written straight to files as years of appends would have left it: flushing a million
 * of them one by one would take half an hour and show nothing.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Policy, rotherham } from "@safe-return/domain/policy"
import { Schema } from "effect"
import { type Stream, streamOf } from "../../domain/bench/madeUpStream.ts"
import { checkedText, sha256, textOf } from "../src/documents/checkedText.ts"
import { fileNameOf } from "../src/documents/fileName.ts"
import { LEDGER } from "../src/documents/headLedger.ts"
import { type Head, linked } from "../src/documents/ledgerLines.ts"
import { unsealed } from "../src/documents/sealing.ts"
import { firstLink, linkedEntry } from "../src/lowdb/chain.ts"
import { PolicyDigest, StoredEvent, storedEvent } from "../src/lowdb/storedEvent.ts"
import { child } from "../test/syntheticEvents.ts"

interface Size {
  readonly children: number
  readonly events: number
  /** Messages that were sent, in all; and whether there is a profile for each child. */
  readonly deliveries: number
  /** What is recorded of each; without it, episodes that end with the events. */
  readonly stream?: Stream
}

const policyText = JSON.stringify(Schema.encodeSync(Policy)(rotherham))
const digest = PolicyDigest.make(sha256(policyText))
const encode = Schema.encodeSync(StoredEvent)

/** The encoded events of streams of every length, as text: the same for all children but for {@link ofChild}. */
const texts = (stream: Stream): ReadonlyArray<string> =>
  stream.recorded.map((recorded) =>
    JSON.stringify(encode(storedEvent({ ...recorded, event: withRotherham(recorded.event) }, () => digest)))
  )

const withRotherham = <E extends Stream["recorded"][number]["event"]>(event: E): E =>
  event._tag === "EpisodeOpened" ? { ...event, policy: rotherham } : event

const shareOf = (all: number, index: number, of: number): number =>
  Math.floor((all * (index + 1)) / of) - Math.floor((all * index) / of)

/** A police reference stands for one child. */
const ofChild = (text: string | undefined, number: number): string =>
  (text ?? "").replaceAll(/"policeReference":"[^"]+/g, (reference) => `${reference}-${number}`)

const HOUR = 3_600_000

const deliveryText = (reference: string, number: number): string =>
  JSON.stringify({
    _tag: "Sent",
    key: `reminder:episode-${number}:24h:${number * HOUR}:${reference}`,
    channel: "C0MADEUP",
    ts: `17${String(60_000_000 + number).padStart(8, "0")}.000100`,
    fingerprint: sha256(`${reference}${number}`),
    sentAt: new Date(1_760_000_000_000 + number * HOUR).toISOString()
  })

export const writeMadeUpJournal = (directory: string, { children, events, deliveries, stream }: Size): void => {
  for (const folder of ["children", "policies", "deliveries", "profiles"]) {
    mkdirSync(join(directory, folder), { recursive: true })
  }
  writeFileSync(join(directory, "policies", `${digest}.json`), policyText)
  const recorded = texts(stream ?? streamOf(Math.ceil(events / children)))
  const heads: Array<Head> = []

  const write = (document: string, body: string, stream?: Head["stream"]): void => {
    const text = checkedText(1, body)
    writeFileSync(join(directory, document), textOf(text))
    const head = { document, generation: text.generation, sha256: text.sha256 }
    heads.push(stream === undefined ? head : { ...head, stream })
  }

  let position = 0
  for (let number = 0; number < children; number += 1) {
    const reference = child(`LCS-${100_000 + number}`)
    const fileName = fileNameOf(reference)
    const count = shareOf(events, number, children)
    let link = firstLink(reference)
    const lines: Array<string> = []
    for (let version = 1; version <= count; version += 1) {
      position += 1
      const json = `{"id":"event-${position}","version":${version},"position":${position},"recorded":${ofChild(recorded[version - 1], number)}}`
      const entry = linkedEntry(json, link)
      link = entry.link
      lines.push(entry.line)
    }
    const named = `{"child":"${reference}"`
    if (count > 0) {
      write(`children/${fileName}`, `${named},"entries":[\n${lines.join(",\n")}\n]}`, { version: count, hash: link })
    }
    const sent = Array.from({ length: shareOf(deliveries, number, children) }, (_, at) => deliveryText(reference, at))
    if (sent.length > 0) {
      write(`deliveries/${fileName}`, `${named},"deliveries":[${sent.join(",")}]}`)
      write(`profiles/${fileName}`, `${named},"allocatedWorker":"U0MADEUP","initials":"AB","revision":1}`)
    }
  }
  const { text } = linked(unsealed, [
    ...heads,
    { settled: position },
    { closed: ["children", "deliveries", "profiles"] }
  ])
  writeFileSync(join(directory, LEDGER), text)
}
