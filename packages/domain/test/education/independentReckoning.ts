/** Section 6 of the published contracts, reckoned from the cells of a table as text, with no code of the domain's. */

export type CaseText = Readonly<Record<string, string>>

const BLANK = "not-recorded"

const reasons = [
  "Moved in from another local authority",
  "Moved in from another country",
  "School application awaiting outcome",
  "Offered school place but not yet accepted",
  "Waiting school start",
  "Did not get school preference",
  "Unsuitable elective home education",
  "Difficulty accessing suitable school place",
  "School dissatisfaction general",
  "School dissatisfaction SEND",
  "Mental health",
  "Physical health",
  "Parental decision not to register at school",
  "Did not apply for school place at compulsory school age",
  "Challenging school attendance order",
  "Believed to have moved to another local authority",
  "Believed to have moved to another country",
  "Unknown",
  "Not recorded",
  "Other"
]

const bands = [
  "Less than 2 weeks",
  "2 to 4 weeks",
  "4 to 8 weeks",
  "8 to 12 weeks",
  "12 to 26 weeks",
  "26 to 52 weeks",
  "Over 52 weeks",
  "Unknown"
]

const outcomes = [
  "school-place",
  "suitable-home-education",
  "other-authority",
  "abroad",
  "over-age",
  "not-of-compulsory-school-age",
  "died",
  BLANK
]

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

const bandOn = (since: string | undefined, day: string): string => {
  if (since === undefined || since > day) return "Unknown"
  const weeks = daysBetween(since, day) / 7
  const at = [2, 4, 8, 12, 26, 52].findIndex((edge) => weeks < edge)
  return at === -1 ? "Over 52 weeks" : (bands[at] ?? "")
}

const isOpen = (row: CaseText, day: string): boolean => {
  const { referred_on: referred, closed_on: closed, outcome } = row
  return outcome !== "in-error" && referred !== undefined && referred <= day && (closed === undefined || closed > day)
}

const among = (names: ReadonlyArray<string>, found: ReadonlyArray<string>) =>
  Object.fromEntries(names.map((name) => [name, found.filter((one) => one === name).length]))

/** DfE's return of a day. */
export const returnByText = (table: ReadonlyArray<CaseText>, day: string) => {
  const open = table.filter((row) => isOpen(row, day))
  const years = ["Reception", ...Array.from({ length: 11 }, (_, at) => `Year ${at + 1}`), "Unknown"]
  const yearOf = (group = "unknown"): string =>
    /^\d/.test(group) ? `Year ${group}` : `${group.charAt(0).toUpperCase()}${group.slice(1)}`
  const sexes: Record<string, string> = { female: "Female", male: "Male" }
  return {
    censusDay: day,
    total: open.length,
    bySex: among(
      ["Female", "Male", "Unknown"],
      open.map(({ sex = "" }) => sexes[sex] ?? "Unknown")
    ),
    byYearGroup: among(
      years,
      open.map((row) => yearOf(row["year_group"]))
    ),
    byDuration: among(
      bands,
      open.map((row) => bandOn(row["since"], day))
    ),
    byReason: among(
      reasons,
      open.map((row) => row["reason"] ?? "Not recorded")
    )
  }
}

const quarterDays = (label: string): readonly [string, string] => {
  const year = Number(label.slice(0, 4))
  const days: Record<string, readonly [string, string]> = {
    Q1: [`${year}-04-01`, `${year}-06-30`],
    Q2: [`${year}-07-01`, `${year}-09-30`],
    Q3: [`${year}-10-01`, `${year}-12-31`],
    Q4: [`${year + 1}-01-01`, `${year + 1}-03-31`]
  }
  return days[label.slice(-2)] ?? ["", ""]
}

const before = (label: string): string => {
  const [year, place] = [Number(label.slice(0, 4)), Number(label.slice(-1))]
  if (place > 1) return `${label.slice(0, -1)}${place - 1}`
  return `${year - 1}-${String(year % 100).padStart(2, "0")}-Q4`
}

/** One decimal place by the digits of the fraction, halves up. */
const percent = (part: number, whole: number): number | null => {
  if (whole === 0) return null
  const thousandths = (BigInt(part) * 10_000n) / BigInt(whole)
  return Number((thousandths + 5n) / 10n) / 10
}

/** The scorecard of a quarter, as of the end of a day. */
export const scorecardByText = (whole: ReadonlyArray<CaseText>, quarter: string, asOf: string) => {
  const table = whole.filter(({ outcome, referred_on: referred = "" }) => outcome !== "in-error" && referred <= asOf)
  const within = (day: string | undefined, label: string): boolean => {
    const [first, last] = quarterDays(label)
    return day !== undefined && day >= first && day <= last && day <= asOf
  }
  const endOf = (label: string): string => [quarterDays(label)[1], asOf].sort()[0] ?? ""
  const started = (label: string) => table.filter((row) => within(row["referred_on"], label))
  const open = (label: string) => table.filter((row) => isOpen(row, endOf(label)))
  const closed = (label: string) => table.filter((row) => within(row["closed_on"], label))
  const child = (row: CaseText): string => (row["child_ref"] ?? "").toUpperCase().replace("-", "")
  const fresh = started(quarter)
  const shares = (names: ReadonlyArray<string>, found: ReadonlyArray<string>) =>
    Object.fromEntries(
      Object.entries(among(names, found)).map(([name, count]) => [
        name,
        { count, percent: percent(count, fresh.length) }
      ])
    )
  const byText = (column: string, fixed: ReadonlyArray<string>) => {
    const found = fresh.map((row) => row[column] ?? BLANK)
    return shares([...found.filter((name) => !fixed.includes(name)), ...fixed], found)
  }
  const quarters = [quarter]
  while (quarters.length < 8) quarters.unshift(before(quarters[0] ?? ""))
  return {
    quarter,
    asOf,
    new: {
      total: fresh.length,
      children: new Set(fresh.map(child)).size,
      returning: fresh.filter((row) =>
        table.some(
          (other) =>
            child(other) === child(row) &&
            other["referred_on"] !== undefined &&
            other["referred_on"] < (row["referred_on"] ?? "")
        )
      ).length,
      byArea: byText("area", [BLANK]),
      byEthnicity: byText("ethnicity", ["undeclared", BLANK]),
      byReason: shares(
        reasons,
        fresh.map((row) => row["reason"] ?? "Not recorded")
      ),
      bySource: byText("source", [BLANK])
    },
    open: {
      atEnd: open(quarter).length,
      byDuration: shares(
        bands,
        open(quarter).map((row) => bandOn(row["since"], endOf(quarter)))
      ),
      whereabouts: among(
        ["known", "not-known", BLANK],
        open(quarter).map((row) => row["whereabouts"] ?? BLANK)
      )
    },
    closed: {
      total: closed(quarter).length,
      byOutcome: shares(
        outcomes,
        closed(quarter).map((row) => row["outcome"] ?? BLANK)
      )
    },
    trend: quarters.map((label) => ({
      quarter: label,
      new: started(label).length,
      open: open(label).length,
      closed: closed(label).length
    }))
  }
}
