/** Whatever is removed, emptied, cut, changed, put back or put in: verify and the start name it. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import { Effect, Layer, Logger, Result, Schedule } from "effect"
import fc from "fast-check"
import { isAtLength } from "../../../test-suite/src/atLength/isAtLength.ts"
import { openAuditLog } from "../../src/audit/auditLog.ts"
import { type Sealing, sealedWith, unsealed } from "../../src/documents/sealing.ts"
import { inspectJournal, lowdbLayer } from "../../src/files.ts"
import { Availabilities, Deliveries, Erasures, Holds, Journal, Profiles, Reveals } from "../../src/index.ts"
import { madeUpLeave } from "../availabilitiesContract.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { madeUpHold } from "../holdsContract.ts"
import { appendAtTheEnd } from "../journalContract.ts"
import { recordCase } from "../madeUpCases.ts"
import { entriesFrom } from "../madeUpEntry.ts"
import { asked } from "../madeUpErasure.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent, opened } from "../syntheticEvents.ts"

const [anyOpening] = fc.sample(opened, { numRuns: 1, seed: 3 })

/** Everything that a folder keeps, in its state of that day: each day writes every document once more. */
const live = (day: number) =>
  Effect.gen(function* () {
    if (anyOpening === undefined) throw new Error("no sample")
    const opening = madeUpEvent(`opened-${day}`)
    const policy = { ...rotherham, id: `${rotherham.id}-${day}` }
    const recorded = { ...opening.recorded, event: { ...anyOpening, policy } }
    yield* appendAtTheEnd("L-1", { ...opening, recorded })
    yield* appendAtTheEnd("L-2", madeUpEvent(`found-${day}`))
    for (const key of ["card:1", `reminder:${day}`]) {
      const sent = { _tag: "Superseded", key, by: "x", at: utc(2026, 11, day) } as const
      yield* (yield* Deliveries).keep(child("L-1"), sent)
      yield* (yield* Deliveries).keep("team", sent)
    }
    yield* (yield* Deliveries).announceFrom(utc(2026, 11, 1))
    yield* (yield* Profiles).bring({ child: child("L-1"), revision: day })
    yield* (yield* Holds).set(madeUpHold(day, "L-2"))
    yield* (yield* Availabilities).bring(madeUpLeave(`UMADEUP${day}`))
    yield* (yield* Reveals).bring(child("L-1"), [])
    yield* recordCase("EDU-1", 1, day - 1)
    yield* appendAtTheEnd("L-3", madeUpEvent(`gone-${day}`))
    yield* (yield* Erasures).erase({ ...asked, child: child("L-3"), at: utc(2026, 11, day) })
  })

/** A file for every few entries, as years of an audit have. */
const audited = (directory: string, from: number) =>
  Effect.promise(async () => {
    const log = await openAuditLog(join(directory, "audit"), 300)
    for (const entry of entriesFrom(from, 5)) await log.add([entry])
    await log.close()
  })

const filesIn = (directory: string): ReadonlyMap<string, Buffer> => {
  const found = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = found.map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map((path) => [path.slice(directory.length + 1), readFileSync(path)]))
}

const realistic = Effect.fnUntraced(function* (sealing: Sealing) {
  const [directory, older] = [yield* freshDirectory, join(yield* freshDirectory, "older")]
  const lines: Array<string> = []
  const log = Logger.layer([Logger.map(Logger.formatSimple, (line) => void lines.push(line))])
  const restart = restarted(lowdbLayer({ directory, sealing }).pipe(Layer.provide(log)))
  yield* restart(live(1))
  yield* restart(live(2))
  yield* audited(directory, 1)
  yield* restart(Effect.void)
  cpSync(directory, older, { recursive: true })
  yield* restart(live(3))
  yield* audited(directory, 6)
  yield* restart(Effect.void)
  lines.length = 0
  const files = filesIn(directory)
  /** Only what differs is written: everything else takes most of the time. */
  const putBack = () => {
    const now = existsSync(directory) ? filesIn(directory) : new Map<string, Buffer>()
    for (const name of now.keys()) if (!files.has(name)) rmSync(join(directory, name))
    for (const [name, bytes] of files) if (now.get(name)?.equals(bytes) !== true) write(directory, name, bytes)
  }
  return {
    directory,
    before: filesIn(older),
    files,
    putBack,
    restart,
    logged: () => lines.splice(0).join("\n")
  }
})

/** Whether what was said names the file. */
const isNamedIn = (said: string, { names, or = names }: Harm): boolean => said.includes(names) || said.includes(or)

interface Harm {
  readonly what: string
  /** The file that has to be named. */
  readonly names: string
  /** Another that may be named in its place. */
  readonly or?: string
  readonly do: (directory: string) => void
}

const write = (directory: string, name: string, bytes: string | Uint8Array): void => {
  mkdirSync(dirname(join(directory, name)), { recursive: true })
  writeFileSync(join(directory, name), bytes)
}

const withoutLastLine = (bytes: Buffer): Buffer => {
  const end = bytes.lastIndexOf("\n", bytes.length - 2)
  return end === -1 ? bytes.subarray(0, bytes.length - 1) : bytes.subarray(0, end + 1)
}

const withoutFirstLine = (bytes: Buffer): Buffer => bytes.subarray(bytes.indexOf("\n") + 1)

const flipped = (bytes: Buffer): Buffer => {
  const changed = Buffer.from(bytes)
  const middle = Math.floor(changed.length / 2)
  changed[middle] = (changed[middle] ?? 0) ^ 1
  return changed
}

const harmsTo = (name: string, bytes: Buffer, before: Buffer | undefined): ReadonlyArray<Harm> => {
  const put = (what: string, text: Buffer): Harm => ({ what, names: name, do: (at) => write(at, name, text) })
  const older = before === undefined || before.equals(bytes) ? [] : [put("put back from an older copy", before)]
  return [
    { what: "removed", names: name, do: (at) => rmSync(join(at, name)) },
    put("emptied", Buffer.alloc(0)),
    put("halved", bytes.subarray(0, Math.floor(bytes.length / 2))),
    put("without its last line", withoutLastLine(bytes)),
    put("without its first line", withoutFirstLine(bytes)),
    put("written twice", Buffer.concat([bytes, bytes])),
    put("of zeros", Buffer.alloc(bytes.length)),
    put("with a flipped bit", flipped(bytes)),
    ...older
  ]
}

/** Files that come from somewhere else: whole ones under another name, and what is no file of a journal at all. */
const foreign = (files: ReadonlyMap<string, Buffer>): ReadonlyArray<Harm> => {
  const of = (name: string) => files.get(name) ?? Buffer.from("")
  const policy = [...files.keys()].find((name) => name.startsWith("policies/")) ?? ""
  const added = (name: string, bytes: Buffer): Harm => ({
    what: `${name} put in`,
    names: name,
    do: (at) => write(at, name, bytes)
  })
  return [
    added("children/l-9.json", of("children/l-1.json")),
    added("children/l-3.json", of("children/l-2.json")),
    added("children/notes.txt", Buffer.from("mine")),
    added("deliveries/l-2.json", of("deliveries/l-1.json")),
    added("profiles/l-2.json", of("profiles/l-1.json")),
    added("holds/l-9.json", of("holds/l-2.json")),
    added("erased/l-9.json", of("erased/l-3.json")),
    added("policies/copy.json", of(policy)),
    added("audit/000000000099.jsonl", of("audit/000000000001.jsonl")),
    added("audit/000000000002.jsonl", Buffer.from("")),
    added("audit/notes.txt", Buffer.from("mine")),
    added("other.json", Buffer.from("{}")),
    added("notes.txt", Buffer.from("mine")),
    added("heads.ledger.old", of("heads.ledger"))
  ]
}

/** Two files of one folder, each in the other's place. */
const exchanged = (files: ReadonlyMap<string, Buffer>): ReadonlyArray<Harm> =>
  [...Map.groupBy(files, ([name]) => dirname(name)).values()].flatMap((group) =>
    group.flatMap(([name, bytes], index): ReadonlyArray<Harm> => {
      const [other, otherBytes] = group[(index + 1) % group.length] ?? [name, bytes]
      if (otherBytes.equals(bytes)) return []
      const swap = (at: string) => {
        write(at, name, otherBytes)
        write(at, other, bytes)
      }
      return [{ what: `exchanged for ${other}`, names: name, or: other, do: swap }]
    })
  )

const folders = (files: ReadonlyMap<string, Buffer>): ReadonlyArray<Harm> =>
  [...new Set([...files.keys()].filter((name) => name.includes("/")).map((name) => dirname(name)))].map((folder) => ({
    what: "removed as a whole",
    names: folder,
    do: (at) => rmSync(join(at, folder), { recursive: true })
  }))

/** Files of one kind are read by the same code; the first and the last audit file are not. */
const kindOf = (name: string, audits: ReadonlyArray<string>): string => {
  if (name === audits[0] || name === audits.at(-1)) return name
  return name.replace(/[^/]+(?=\.jsonl?(?:\.previous)?$)/, (stem) =>
    name.includes("/") && stem !== "end" ? "*" : stem
  )
}

/** Each harm to one file of each kind, in turn to another; at length to every file. */
const thinned = (harms: ReadonlyArray<Harm>, files: ReadonlyMap<string, Buffer>): ReadonlyArray<Harm> => {
  if (isAtLength) return harms
  const audits = [...files.keys()].filter((name) => name.endsWith(".jsonl"))
  const alike = Map.groupBy(harms, ({ names, what }) => `${kindOf(names, audits)} ${what}`)
  return [...alike.values()].flatMap((group, turn) => group.slice(turn % group.length).slice(0, 1))
}

const allHarms = (files: ReadonlyMap<string, Buffer>, before: ReadonlyMap<string, Buffer>): ReadonlyArray<Harm> => [
  ...thinned(
    [...files].flatMap(([name, bytes]) => harmsTo(name, bytes, before.get(name))),
    files
  ),
  ...exchanged(files),
  ...foreign(files),
  ...folders(files)
]

const isNoop = (directory: string, files: ReadonlyMap<string, Buffer>): boolean => {
  const now = filesIn(directory)
  return now.size === files.size && [...files].every(([name, bytes]) => now.get(name)?.equals(bytes) === true)
}

/** With a person's working days as they were before being let go: no ledger can tell who took it. */
const isTakenAwayByUs = ({ names, what }: Harm): boolean => names === "availability.json.previous" && what === "removed"

/** No start reads them, and nothing rests on them; verify does. */
const isReadByNothing = ({ names, what }: Harm): boolean =>
  names.endsWith(".previous") ||
  (what.endsWith("put in") && !/^(?:children|deliveries|profiles|holds|erased)\/.*json$|^policies|jsonl$/.test(names))

/** Encrypted at length only: the same code looks at its files. */
const journals = [
  ["in the clear", unsealed],
  ...(isAtLength ? ([["that is encrypted", sealedWith(Buffer.alloc(32, 1))]] as const) : [])
] as const

describe.each(journals)("the folder of a journal %s, in which one file is not as it was left,", (_, sealing) => {
  it.live("is not verified as whole, and the file is named", () =>
    Effect.gen(function* () {
      const { directory, before, files, putBack } = yield* realistic(sealing)
      expect(yield* inspectJournal(directory, sealing)).toMatchObject({ faults: [], ahead: [], closed: true })
      const unnoticed: Array<string> = []
      let tried = 0
      for (const harm of allHarms(files, before)) {
        putBack()
        harm.do(directory)
        if (isNoop(directory, files) || isTakenAwayByUs(harm)) continue
        tried += 1
        const found = yield* Effect.result(inspectJournal(directory, sealing))
        const said = Result.isFailure(found)
          ? found.failure.message
          : [...found.success.faults.map(({ document }) => document), ...found.success.foreign].join("\n")
        if (!isNamedIn(said, harm)) unnoticed.push(`${harm.names}: ${harm.what}: ${said}`)
      }
      expect(unnoticed).toEqual([])
      expect(tried).toBeGreaterThan(isAtLength ? 300 : 150)
    }).pipe(Effect.scoped)
  )

  it.live("does not start without naming it", () =>
    Effect.gen(function* () {
      const { directory, before, files, logged, putBack, restart } = yield* realistic(sealing)
      putBack()
      yield* restart(Journal)
      expect(logged()).toBe("")
      const unnoticed: Array<string> = []
      for (const harm of allHarms(files, before)) {
        putBack()
        harm.do(directory)
        if (isNoop(directory, files)) continue
        if (isReadByNothing(harm)) continue
        let said = ""
        const isNamed = Effect.sync(() => {
          said += logged()
          return isNamedIn(said, harm)
        })
        // Years of an audit are looked through beside the work.
        const looked = Effect.repeat(isNamed, {
          until: (named) => named,
          times: 40,
          schedule: Schedule.spaced("5 millis")
        })
        const started = yield* Effect.result(restart(looked))
        said += Result.isFailure(started) ? started.failure.message : logged()
        if (!isNamedIn(said, harm)) unnoticed.push(`${harm.names}: ${harm.what}: ${said}`)
      }
      expect(unnoticed).toEqual([])
    }).pipe(Effect.scoped)
  )
})
