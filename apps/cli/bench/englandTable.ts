/** Twenty-five years of England as one episode table, written from a year of the synthetic caseload. */
import { spawnSync } from "node:child_process"
import { closeSync, openSync, readFileSync, writeSync } from "node:fs"
import { join } from "node:path"

const CASELOAD = join(import.meta.dirname, "../../training/src/caseload/command/main.ts")
const YEARS = 25
const A_YEAR = 365 * 86_400_000
/** The caseload's children and their number in a year. */
const FIRST_CHILD = 90_001
const CHILDREN = 13_010

const numbered = (name: string, number: number): string => `${name.slice(0, name.lastIndexOf("-") + 1)}${number}`

/** The row of an episode, so many years earlier and of another child, under ids of its own. */
const earlier = (row: string, years: number, number: number): string =>
  row
    .split(",")
    .map((cell, column) => {
      if (cell === "") return cell
      if (column === 0 || column === 12) return numbered(cell, number)
      if (column === 1) return numbered(cell, Number(cell.slice(cell.lastIndexOf("-") + 1)) + years * CHILDREN)
      return /^\d{4}-\d\d-\d\dT/.test(cell) ? new Date(Date.parse(cell) - years * A_YEAR).toISOString() : cell
    })
    .join(",")

/** Writes the table, the latest year first and each year child by child, and says how many rows it has. */
export const writeEnglandTable = (file: string, yearFile: string): number => {
  const made = spawnSync(process.execPath, [CASELOAD, "--size", "england", "--seed", "1", "--out", yearFile], {
    encoding: "utf8"
  })
  if (made.status !== 0) throw new Error(`No caseload was made: ${made.stderr}`)
  const [header = "", ...rows] = readFileSync(yearFile, "utf8").trimEnd().split("\n")
  if (!rows[0]?.includes(`-${FIRST_CHILD},`)) throw new Error("The caseload numbers its children otherwise.")
  const out = openSync(file, "w")
  writeSync(out, `${header}\n`)
  for (let years = 0; years < YEARS; years += 1) {
    const first = years * rows.length + 1
    writeSync(out, `${rows.map((row, place) => earlier(row, years, first + place)).join("\n")}\n`)
  }
  closeSync(out)
  return YEARS * rows.length
}
