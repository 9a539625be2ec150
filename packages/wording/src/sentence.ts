import { parseCivilDay } from "@safe-return/domain/calendar"
import { Option } from "effect"
import { londonDay } from "./londonDates.ts"

/** A sentence of the domain's, whose days are written `2026-11-23`, as people read it. */
export const daysInWords = (text: string): string =>
  text.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, (day) =>
    Option.match(parseCivilDay(day), { onNone: () => day, onSome: londonDay })
  )
