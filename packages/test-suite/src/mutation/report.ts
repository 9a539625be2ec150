import { readFileSync } from "node:fs"
import { join } from "node:path"
import { coveredIn, type Line } from "./log.ts"
import type { Mutant } from "./mutants.ts"

/** "At start" are mutants of constants, reached only while the sources were loaded: left out of the score. */
type Fate = "killed" | "endless" | "survived" | "not reached" | "at start"

const fateIn = (lines: ReadonlyArray<Line>): ((mutant: Mutant) => Fate) => {
  const dead = new Map(lines.flatMap((line) => ("dead" in line ? [[line.dead, line.endless] as const] : [])))
  const reached = new Set(coveredIn(lines).flatMap(({ hits }) => Object.keys(hits)))
  const atStart = new Set(lines.flatMap((line) => ("atStart" in line ? [line.atStart] : [])))
  return ({ id }) => {
    const endless = dead.get(id)
    if (endless !== undefined) return endless ? "endless" : "killed"
    if (reached.has(id)) return "survived"
    return atStart.has(id) ? "at start" : "not reached"
  }
}

const columns = ["killed", "endless", "survived", "not reached"] as const

const rowOf = (name: string, fates: ReadonlyArray<Fate>) => {
  const counted = fates.filter((fate) => fate !== "at start")
  const of = (wanted: Fate) => counted.filter((fate) => fate === wanted).length
  const score = (100 * (of("killed") + of("endless"))) / counted.length
  return { score, text: `| ${[name, counted.length, ...columns.map(of), `${score.toFixed(1)} %`].join(" | ")} |` }
}

/** A Markdown table with a row a file, then each mutant that is alive with its line; and the score of the whole. */
export const report = (root: string, name: string, mutants: ReadonlyArray<Mutant>, lines: ReadonlyArray<Line>) => {
  const fateOf = fateIn(lines)
  const byFile = Map.groupBy(mutants, ({ file }) => file)
  const whole = rowOf(`**${name}**`, mutants.map(fateOf))
  const rows = [...byFile]
    .map(([file, those]) => rowOf(`\`${file.replace(/^.*?\/src\//, "")}\``, those.map(fateOf)))
    .filter(({ score }) => !Number.isNaN(score))
  const alive = mutants.filter((mutant) => ["survived", "not reached"].includes(fateOf(mutant)))
  const source = (file: string) => readFileSync(join(root, file), "utf8").split("\n")
  const shown = alive.map((mutant) => {
    const line = source(mutant.file)[mutant.line - 1]?.trim() ?? ""
    return `${mutant.file}:${mutant.line} (${fateOf(mutant)})\n    ${line}\n    → ${mutant.replacement.split("\n")[0]}`
  })
  const unreliable = lines.flatMap((line) =>
    "unreliable" in line ? [`fails without a mutant, so not asked: ${line.name} (${line.why})`] : []
  )
  const head = [`| File | Mutants | Killed | Endless | Survived | Not reached | Score |`, `|${" --- |".repeat(7)}`]
  const table = [...head, ...rows.map(({ text }) => text), whole.text]
  return { score: whole.score, text: [...table, "", ...shown, ...unreliable].join("\n") }
}
