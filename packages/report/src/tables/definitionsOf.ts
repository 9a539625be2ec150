import { type Definition, scorecardDefinitions } from "@safe-return/domain/scorecard"

/** The definitions of these fields, in the order of the scorecard. */
export const definitionsOf = (...fields: ReadonlyArray<string>): ReadonlyArray<Definition> =>
  scorecardDefinitions.filter(({ field }) => fields.includes(field))
