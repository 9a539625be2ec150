/** Walks through a council's events by position and names gaps, changed order and streams that miss their head. */
import type { ChildReference } from "@safe-return/domain/pathway"
import { sha256 } from "../documents/checkedText.ts"
import { firstLink } from "../lowdb/chain.ts"
import type { JournalFault } from "../upkeep/inspection.ts"

/** An event as it stands in the table, by the very text that was written. */
interface KeptRow {
  readonly child: ChildReference
  readonly version: number
  readonly position: number
  readonly id: string
  readonly recorded: string
}

/** How far a child's stream has come: a hash over every event up to there and their order. */
export interface Head {
  readonly version: number
  readonly position: number
  readonly link: string
}

export interface KnownHeads {
  readonly heads: ReadonlyMap<ChildReference, Head>
  /** Of every child whose records were erased: up to which position. */
  readonly erased: ReadonlyMap<ChildReference, number>
}

const linkAfter = (before: string, { version, position, id, recorded }: KeptRow): string =>
  sha256(before + JSON.stringify([version, position, id, recorded]))

const span = (from: number, to: number): string => (from === to ? `${from}` : `${from} to ${to}`)

export const streamWalk = ({ heads, erased }: KnownHeads) => {
  const streams = new Map<ChildReference, Head>()
  const faults: Array<JournalFault> = []
  /** Named once: what follows from the first fault is none of its own. */
  const broken = new Set<ChildReference>()
  // Erasures leave gaps, but for those after the last of them.
  const explained = [...erased.values()].reduce((most, position) => Math.max(most, position), 0)
  let [last, events, vouchedFor] = [0, 0, 0]

  const name = (child: ChildReference, reason: string): void => {
    if (!broken.has(child)) faults.push({ document: child, reason })
    broken.add(child)
  }

  const noteGap = (before: number): void => {
    const from = Math.max(last, explained) + 1
    if (from < before) {
      const missing = span(from, before - 1)
      faults.push({ document: `position ${missing}`, reason: "no event stands there, and no erasure took it away" })
    }
  }

  /** Heads of what has been erased since vouch for nothing. */
  const headOf = (child: ChildReference): Head | undefined => {
    const head = heads.get(child)
    return head === undefined || head.position <= (erased.get(child) ?? 0) ? undefined : head
  }

  return {
    step: (row: KeptRow): void => {
      const { child, version, position } = row
      noteGap(position)
      last = position
      events += 1
      const before = streams.get(child) ?? { version: 0, position: 0, link: firstLink(child) }
      if (version !== before.version + 1) {
        const order = "an event was taken away, put in, or moved"
        name(child, `version ${version} follows on version ${before.version}: ${order}`)
      }
      const head: Head = { version, position, link: linkAfter(before.link, row) }
      streams.set(child, head)
      const kept = headOf(child)
      if (kept === undefined || version > kept.version) return
      vouchedFor += 1
      if (version < kept.version) return
      if (head.link === kept.link) return
      name(child, `version ${span(1, version)} is not as it was when the heads were kept: it was changed, or moved`)
    },
    unreadable: (child: ChildReference, version: number, reason: string): void =>
      name(child, `version ${version} cannot be read: ${reason}`),
    /** `counted` is up to which position the council has given numbers out. */
    end: (counted: number) => {
      noteGap(counted + 1)
      if (last > counted) {
        const reason = `the council's count stands at ${counted}, and there is an event at ${last}: the count was changed`
        faults.push({ document: "positions", reason })
      }
      const gone: Array<ChildReference> = []
      for (const [child, { version }] of heads) {
        const kept = headOf(child)
        const now = streams.get(child)?.version ?? 0
        if (kept === undefined) gone.push(child)
        else if (now < version) name(child, `version ${span(now + 1, version)} is missing: it was taken away`)
      }
      return { streams, faults, events, vouchedFor, position: last, erased: gone.sort() }
    }
  }
}
