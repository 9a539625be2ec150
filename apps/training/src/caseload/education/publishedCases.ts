/** What is published of children missing education: the figures that a made-up case table claims to match. */
import type { CmeReason, Sex, YearGroup } from "@safe-return/domain/education"
import type { Counts } from "../figures/apportioned.ts"

/**
 * DfE, Children missing education, data set of 29 January 2026, England, autumn 2025: rounded to the nearest 100. A reason
 * whose count is `low` rounds to 0 and is not 0: it is left out, and not claimed.
 */
export const england = {
  total: 34_700,
  sexes: { female: 15_700, male: 18_500, unknown: 400 } satisfies Counts<Sex>,
  yearGroups: {
    reception: 700,
    "1": 2_500,
    "2": 2_100,
    "3": 2_200,
    "4": 2_200,
    "5": 2_200,
    "6": 2_300,
    "7": 3_700,
    "8": 3_600,
    "9": 4_000,
    "10": 4_500,
    "11": 4_300,
    unknown: 400
  } satisfies Counts<YearGroup>,
  durations: {
    "Less than 2 weeks": 4_900,
    "2 to 4 weeks": 5_800,
    "4 to 8 weeks": 3_400,
    "8 to 12 weeks": 3_200,
    "12 to 26 weeks": 5_000,
    "26 to 52 weeks": 4_000,
    "Over 52 weeks": 5_600,
    Unknown: 2_700
  },
  reasons: {
    "Moved in from another local authority": 2_900,
    "Moved in from another country": 800,
    "School application awaiting outcome": 4_300,
    "Offered school place but not yet accepted": 1_200,
    "Waiting school start": 1_600,
    "Did not get school preference": 900,
    "Unsuitable elective home education": 3_200,
    "Difficulty accessing suitable school place": 900,
    "School dissatisfaction SEND": 100,
    "Parental decision not to register at school": 100,
    "Did not apply for school place at compulsory school age": 100,
    "Challenging school attendance order": 300,
    "Believed to have moved to another local authority": 2_600,
    "Believed to have moved to another country": 3_400,
    Unknown: 5_300,
    "Not recorded": 2_300,
    Other: 4_500
  } satisfies Partial<Counts<CmeReason>>
}

/** The same, Rotherham: rounded to the nearest 10. No child's duration was known; year groups were not seen. */
export const rotherham = {
  total: 420,
  sexes: { female: 210, male: 210, unknown: 0 } satisfies Counts<Sex>,
  durations: { Unknown: 420 },
  reasons: {
    "School application awaiting outcome": 190,
    "Not recorded": 200,
    "Unsuitable elective home education": 30
  } satisfies Partial<Counts<CmeReason>>
}

/** Rotherham, "Missing from Home, Care and School" (2019): new cases of two quarters, and shares of the later one. */
export const rotherhamQuarters = {
  newCases: { "2018-19-Q3": 143, "2018-19-Q4": 171 },
  /** Of the new cases of 2018-19-Q4. */
  shares: { central: 0.392, roma: 0.44, undeclared: 0.33 }
}
