import { type Definition, interviewTimesDefinition, scorecardDefinitions } from "@safe-return/domain/scorecard"

/** The definitions of these fields, in the order of the scorecard. */
export const definitionsOf = (...fields: ReadonlyArray<string>): ReadonlyArray<Definition> =>
  scorecardDefinitions.filter(({ field }) => fields.includes(field))

/** Everything that a report of children missing from home and care counts. */
export const missingDefinitions: ReadonlyArray<Definition> = [...scorecardDefinitions, interviewTimesDefinition]
