/**
 * Where others see bank holidays differently from GOV.UK's published lists, by name. A disagreement that is not
 * here fails the tests; so does one that is here and has gone.
 */
import type { Nation } from "../../src/calendar/index.ts"

export interface Disagreement {
  readonly nation: Nation
  readonly date: string
  /** Who has it as a holiday: GOV.UK alone, or the other alone. */
  readonly only: "gov.uk" | "other"
  readonly because: string
}

const everywhere = (date: string, only: Disagreement["only"], because: string): ReadonlyArray<Disagreement> => [
  { nation: "england-and-wales", date, only, because },
  { nation: "scotland", date, only, because },
  { nation: "northern-ireland", date, only, because }
]

const SPRING_2012 = "the spring bank holiday of 2012 was moved to 4 June, beside the Diamond Jubilee"

/** The `date-holidays` package, 2012 to 2028. */
export const disagreementsWithPackage: ReadonlyArray<Disagreement> = [
  ...everywhere("2012-05-28", "other", SPRING_2012),
  ...everywhere("2012-06-04", "gov.uk", SPRING_2012),
  {
    nation: "scotland",
    date: "2026-06-15",
    only: "gov.uk",
    because: "a bank holiday for the World Cup was proclaimed for Scotland in 2026, after the package's list"
  }
]

const EARLY_MAY_2020 = "the early May bank holiday of 2020 was moved to Friday 8 May, VE Day"
const SPRING_2022 = "the spring bank holiday of 2022 was moved to 2 June, beside the Platinum Jubilee"

/** The rules alone, 2012 to 2028: every day that was moved or proclaimed for one year. */
export const disagreementsWithRules: ReadonlyArray<Disagreement> = [
  ...disagreementsWithPackage,
  ...everywhere("2012-06-05", "gov.uk", "the Queen’s Diamond Jubilee"),
  ...everywhere("2020-05-04", "other", EARLY_MAY_2020),
  ...everywhere("2020-05-08", "gov.uk", EARLY_MAY_2020),
  ...everywhere("2022-05-30", "other", SPRING_2022),
  ...everywhere("2022-06-02", "gov.uk", SPRING_2022),
  ...everywhere("2022-06-03", "gov.uk", "the Platinum Jubilee"),
  ...everywhere("2022-09-19", "gov.uk", "the State Funeral of Queen Elizabeth II"),
  ...everywhere("2023-05-08", "gov.uk", "the coronation of King Charles III")
]
