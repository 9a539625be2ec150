import type { InterviewCounts } from "../interviews.ts"
import { type Figure, type Suppressed, WITHHELD } from "./figure.ts"
import { suppressRow } from "./interviewRow.ts"

export type Row = InterviewCounts
export type Rows = ReadonlyArray<readonly [status: string, counts: Row]>

const verdicts = ["met", "missed", "notMeasurable", "notYetDue", "denominator"] as const
const facts = ["owed", "offered", "accepted", "declined", "completed"] as const
const clocks = ["within72Hours", "within3WorkingDays"] as const

const sumOf = <Item>(items: ReadonlyArray<Item>, read: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + read(item), 0)

const holdsWithheld = (value: unknown): boolean =>
  value === WITHHELD || (typeof value === "object" && value !== null && Object.values(value).some(holdsWithheld))

/** Whether a row has a count that is small, or one that is withheld beside it. */
export const isSmallRow = (counts: Row, shownFrom: number): boolean => holdsWithheld(suppressRow(counts, shownFrom))

/** Every published count of a row by name, the reasons among them. */
const columnsOf = (row: Suppressed<Row>): ReadonlyMap<string, Figure> =>
  new Map<string, Figure>([
    ...facts.map((fact) => [fact, row[fact]] as const),
    ...clocks.flatMap((clock) => verdicts.map((verdict) => [`${clock}.${verdict}`, row[clock][verdict]] as const)),
    ...Object.entries(row.notDone).map(([reason, count]) => [`notDone.${reason}`, count] as const)
  ])

/** One column of the withheld rows. */
interface Column {
  readonly name: string
  readonly sum: number
  /** How many of the withheld rows it occurs in. */
  readonly rows: number
  /** Whether its total is published, so that the sum is known. */
  readonly isTold: boolean
}

const columnsBeside = (rows: Rows, whole: Row, total: Suppressed<Row>): ReadonlyArray<Column> => {
  const shown = columnsOf(total)
  const columns = rows.map(([, counts]) => columnsOf(counts))
  return [...columnsOf(whole)]
    .filter(([, count]) => count !== 0)
    .map(([name]) => {
      const counts = columns.map((row) => Number(row.get(name) ?? 0))
      return {
        name,
        sum: sumOf(counts, (count) => count),
        rows: counts.filter((count) => count > 0).length,
        isTold: (shown.get(name) ?? WITHHELD) !== WITHHELD
      }
    })
}

/** Whether a withheld total is not what the published rows of its column come to. */
const keepTotals = (columns: ReadonlyArray<Column>): boolean => columns.every(({ isTold, rows }) => isTold || rows > 0)

/** Of what a column of a row is a part. */
const wholeOf = (column: string): string =>
  column === "accepted" || column === "declined" ? "answer" : (column.split(".")[0] ?? column)

/** As many as a row owes at least: one where a count is withheld, and all of a column that no other row has. */
const leastOwed = (row: Row, columns: ReadonlyArray<Column>): number => {
  const least = new Map<string, number>()
  for (const [name, count] of columnsOf(row)) {
    if (count === 0 || name.endsWith("denominator")) continue
    const alone = columns.find((column) => column.name === name && column.isTold && column.rows === 1)
    least.set(wholeOf(name), (least.get(wholeOf(name)) ?? 0) + (alone?.sum ?? 1))
  }
  return Math.max(...least.values())
}

/** Room that is left to each sum of the withheld rows above the least that they hold. */
const ROOM = 2

/** Whether what one clock has and the other has not leaves open what it is in the rows that have it by one alone. */
const leaveDifference = (rows: Rows, verdict: "met" | "missed" | "notYetDue"): boolean => {
  const both = rows.map(([, row]) => [row.within72Hours[verdict], row.within3WorkingDays[verdict]] as const)
  const byOneAlone = both.filter(([hours, days]) => (hours === 0) !== (days === 0)).length
  const difference = Math.abs(sumOf(both, ([hours, days]) => hours - days))
  return byOneAlone === 0 || difference >= byOneAlone + ROOM
}

/** Whether those not met within the hours, told together, leave open the rows' own: all not met in the days are of them. */
const leaveNotMet = (rows: Rows, columns: ReadonlyArray<Column>): boolean => {
  const notMet = columns.filter(({ name }) => name === "within72Hours.missed" || name === "within72Hours.notYetDue")
  if (notMet.length === 0 || notMet.some(({ isTold }) => !isTold)) return true
  const kinds = ({ missed, notYetDue }: Row["within72Hours"]) => (missed > 0 ? 1 : 0) + (notYetDue > 0 ? 1 : 0)
  const least = sumOf(rows, ([, row]) => Math.max(kinds(row.within72Hours), kinds(row.within3WorkingDays)))
  return least < 2 || sumOf(notMet, ({ sum }) => sum) >= least + ROOM
}

/** Columns that are taken from those owed; the rest is a count too, which no row may give back. */
const takenFromOwed: ReadonlyArray<(name: string) => boolean> = ["offered", "completed", "answer", "notDone"].map(
  (part) => (name) => wholeOf(name) === part
)

/** As many as are left of a row at least when the columns whose totals are told are taken from what it owes. */
const leastLeft = (row: Row, columns: ReadonlyArray<Column>, isOf: (name: string) => boolean): number => {
  const parts = [...columnsOf(row)].filter(([name, count]) => isOf(name) && count !== 0)
  const untold = parts.filter(([name]) => columns.some((column) => column.name === name && !column.isTold))
  return parts.length > untold.length ? untold.length : leastOwed(row, columns)
}

/** Whether the sums of the withheld rows leave open what each has, even beside the zeros of each. */
const leaveZeros = (rows: Rows, columns: ReadonlyArray<Column>, shownFrom: number): boolean => {
  const least = (some: Rows) => sumOf(some, ([, counts]) => leastOwed(counts, columns))
  const owed = sumOf(rows, ([, counts]) => counts.owed)
  const told = (isOf: (name: string) => boolean) => columns.filter(({ name, isTold }) => isTold && isOf(name))
  const isClockTold = clocks.every((clock) => told((name) => name === `${clock}.denominator`).length > 0)
  return (
    owed >= least(rows) + ROOM &&
    told(() => true).every(({ sum, rows: number }) =>
      number === 1 ? sum >= shownFrom : number === 0 || sum >= number + ROOM
    ) &&
    takenFromOwed.every((isOf) => {
      const taken = told(isOf)
      const rest = sumOf(rows, ([, counts]) => leastLeft(counts, columns, isOf))
      return taken.length === 0 || rest === 0 || owed - sumOf(taken, ({ sum }) => sum) >= rest + ROOM
    }) &&
    leaveNotMet(rows, columns) &&
    (!isClockTold || (["met", "missed", "notYetDue"] as const).every((verdict) => leaveDifference(rows, verdict)))
  )
}

/** Rows to withhold, and whether their zeros are published. */
export interface WithheldRows {
  readonly rows: Rows
  readonly keepZeros: boolean
}

/**
 * The statuses whose rows are withheld: those with a small count, and others in their order until no sum gives one
 * back; their zeros too where those would. Undefined where all rows together would.
 */
export const withheldRows = (
  occurring: Rows,
  whole: Row,
  total: Suppressed<Row>,
  shownFrom: number
): WithheldRows | undefined => {
  const small = occurring.filter(([, counts]) => isSmallRow(counts, shownFrom))
  const partners = occurring.filter((row) => !small.includes(row))
  const choices = partners
    .map((_, added) => [...small, ...partners.slice(0, added)])
    .concat([[...small, ...partners]])
    .map((rows) => ({ rows, columns: columnsBeside(rows, whole, total) }))
    .filter(({ rows, columns }) => rows.length > 1 && keepTotals(columns))
  const roomy = choices.find(({ rows, columns }) => leaveZeros(rows, columns, shownFrom))
  if (roomy !== undefined) return { rows: roomy.rows, keepZeros: true }
  const open = choices.find(({ rows }) => sumOf(rows, ([, { owed }]) => owed) > rows.length)
  return open === undefined ? undefined : { rows: open.rows, keepZeros: false }
}
