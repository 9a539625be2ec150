/** What the benchmarks write down: `docs/performance.json`, and the same figures as a table in `docs/performance.md`. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { cpus, totalmem } from "node:os"
import { fileURLToPath } from "node:url"
import type { Measured } from "./benchmark.ts"

export interface Result extends Measured {
  readonly id: string
  readonly work: string
}

interface Performance {
  readonly machine: string
  readonly node: string
  readonly date: string
  readonly results: ReadonlyArray<Result>
}

const docs = (name: string): string => fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url))

const machine = (): string => {
  const [first, ...others] = cpus()
  return `${others.length + 1} × ${first?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`
}

/** Results of benchmarks that were not run this time stay as they were measured, in their places. */
const mergedInto = (file: string, fresh: ReadonlyArray<Result>): ReadonlyArray<Result> => {
  const before: ReadonlyArray<Result> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).results : []
  const kept = before.map((old) => fresh.find(({ id }) => id === old.id) ?? old)
  return [...kept, ...fresh.filter(({ id }) => !kept.some((result) => result.id === id))]
}

const figure = (value: number): string => value.toLocaleString("en-GB", { maximumSignificantDigits: 3 })

const nanoseconds = { ns: 1, µs: 1_000, ms: 1_000_000, s: 1_000_000_000 }

/** A time in the unit that people read it in: `1.25 ms`, not `1,250,000 ns`. */
const time = (value: number, unit: Measured["ours"]["unit"]): string => {
  const inAll = value * nanoseconds[unit]
  const shown = (["s", "ms", "µs"] as const).find((candidate) => inAll >= nanoseconds[candidate]) ?? "ns"
  return `${figure(inAll / nanoseconds[shown])} ${shown}`
}

const headings = ["id", "work", "median", "p99", "ratio", "must"]
const figures = new Set(["median", "p99", "ratio"])

const rowsOf = ({ id, work, ours, peers, must, met }: Result): ReadonlyArray<ReadonlyArray<string>> => [
  [
    `**${id}**`,
    work,
    time(ours.median, ours.unit),
    time(ours.p99, ours.unit),
    "",
    `${met ? "met" : "**not met**"}: ${must}`
  ],
  ...peers.map(({ name, median, p99, ratio }) => [
    "",
    name,
    time(median, ours.unit),
    time(p99, ours.unit),
    `${figure(ratio)} ×`,
    ""
  ])
]

/** The figures as a table in columns of even width: ours, then each peer with its ratio. */
export const tableOf = (results: ReadonlyArray<Result>): string => {
  const rows = [headings, ...results.flatMap(rowsOf)]
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: ReadonlyArray<string>): string => {
    const cells = widths.map((width, column) => {
      const cell = row[column] ?? ""
      return figures.has(headings[column] ?? "") ? cell.padStart(width) : cell.padEnd(width)
    })
    return `| ${cells.join(" | ")} |`
  }
  const rule = widths.map((width, column) =>
    figures.has(headings[column] ?? "") ? `${"-".repeat(width - 1)}:` : "-".repeat(width)
  )
  const [head = [], ...body] = rows
  return [line(head), `| ${rule.join(" | ")} |`, ...body.map(line)].join("\n")
}

const FROM = "<!-- figures: written by the benchmarks -->"
const TO = "<!-- end of figures -->"

/** Puts the figures into both files. */
export const writeDown = (fresh: ReadonlyArray<Result>, date: string): void => {
  const file = docs("performance.json")
  const results = mergedInto(file, fresh)
  const performance: Performance = { machine: machine(), node: process.version, date, results }
  writeFileSync(file, `${JSON.stringify(performance, null, 2)}\n`)
  const page = readFileSync(docs("performance.md"), "utf8")
  const [before, after] = [page.indexOf(FROM), page.indexOf(TO)]
  if (before === -1 || after === -1) throw new Error("docs/performance.md has lost the marks between which figures go")
  const measured = `Measured ${date} on ${performance.machine}, Node ${performance.node}.`
  writeFileSync(
    docs("performance.md"),
    `${page.slice(0, before)}${FROM}\n\n${measured}\n\n${tableOf(results)}\n\n${page.slice(after)}`
  )
}
