import { bankHolidaysOf, type Calendar, formatCivilDay, yearMonthDay } from "@safe-return/domain/calendar"
import { badInput } from "@safe-return/exchange/reading"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import { nationWords } from "@safe-return/wording/places"
import { Effect, Option } from "effect"
import { Argument, Command } from "effect/cli"
import { chooseCalendars } from "../input/chooseCalendars.ts"
import { print, printJsonList } from "../output/print.ts"
import { json, nation, overrides } from "./options.ts"

const year = Argument.String("year").pipe(Argument.withDescription("Four digits"))

const notAYear = badInput({ field: "year", message: "This is not a year. Write it in four digits, such as 2027." })

const yearsOf = ({ publishedFrom, projectedThrough }: Calendar) => ({
  first: yearMonthDay(publishedFrom).year,
  last: yearMonthDay(projectedThrough).year
})

const notCovered = (calendar: Calendar) => {
  const { first, last } = yearsOf(calendar)
  return badInput({ field: "year", message: `The calendar covers ${first} to ${last}. Ask for one of these years.` })
}

const inWords = (calendar: Calendar, year: number): string => {
  const lines = bankHolidaysOf(calendar, year).map(
    ({ day, title, source }) => `  ${londonDayInFull(day)}: ${title}${source === "projected" ? " (projected)" : ""}`
  )
  const struck = [...calendar.struck]
    .filter(([day]) => yearMonthDay(day).year === year)
    .map(([day, because]) => `  ${londonDayInFull(day)}: a working day (${because})`)
  return [`Bank holidays ${year}, ${nationWords[calendar.nation]} (${calendar.version})`, ...lines, ...struck].join(
    "\n"
  )
}

export const calendar = Command.make(
  "calendar",
  { year, nation, overrides, json },
  Effect.fn("calendar")(function* (given) {
    const named = Option.getOrElse(given.nation, () => "england-and-wales" as const)
    const chosen = (yield* chooseCalendars(given.overrides, named))[named]
    if (!/^\d{4}$/.test(given.year)) return yield* notAYear
    const year = Number(given.year)
    const { first, last } = yearsOf(chosen)
    if (year < first || year > last) return yield* notCovered(chosen)
    const holidays = bankHolidaysOf(chosen, year)
    yield* given.json
      ? printJsonList(holidays.map(({ day, title, source }) => ({ date: formatCivilDay(day), title, source })))
      : print(inWords(chosen, year))
  })
).pipe(
  Command.withDescription("The bank holidays of a year as observed: substitute days, not the weekend they replace"),
  Command.withExamples([{ command: "safe-return calendar 2027 --nation northern-ireland" }])
)
