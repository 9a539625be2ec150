/** A table of phrases, judged by hand: `phrase | what it must read as`, below `@ when it is typed`. */
import { readFileSync } from "node:fs"
import { addHours, type CivilDay, civilDay, type Instant, londonTimeOn } from "@safe-return/domain/calendar"

interface PhraseRow {
  readonly typed: string
  readonly expected: string
  readonly now: Instant
  /** What stands behind the moment, such as `past`. */
  readonly how: string
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

const AT = /^@ \w{3} (\d{1,2}) (\w{3}) (\d{4}), (\d\d):(\d\d) ?(\w*)$/

const dayOf = (date = "", month = "", year = ""): CivilDay =>
  civilDay(Number(year), months.indexOf(month) + 1, Number(date))

export const phraseTable = (name: string): ReadonlyArray<PhraseRow> => {
  let now = addHours(londonTimeOn(civilDay(2026, 1, 1), 0), 0)
  let how = ""
  return readFileSync(new URL(name, import.meta.url), "utf8")
    .split("\n")
    .flatMap((line): ReadonlyArray<PhraseRow> => {
      if (line === "" || line.startsWith("#")) return []
      const at = AT.exec(line)
      if (at !== null) {
        now = londonTimeOn(dayOf(at[1], at[2], at[3]), Number(at[4]) * 60 + Number(at[5]))
        how = at[6] ?? ""
        return []
      }
      const [typed, expected, ...more] = line.split(" | ")
      if (typed === undefined || expected === undefined || more.length > 0) throw new Error(`No row: ${line}`)
      return [{ typed, expected, now, how }]
    })
}
