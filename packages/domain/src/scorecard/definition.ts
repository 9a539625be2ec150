/** What one field of a scorecard counts, for every page and picture that shows it. */
export interface Definition {
  /** Where it stands in the scorecard: `repeat.children3Plus`. */
  readonly field: string
  /** What is counted, and of what. */
  readonly counts: string
  /** Where the measure, or its bands, are from. */
  readonly source: string
}

/** What no text outside asks for in this form, or not to this detail. */
export const OUR_MEASURE = "The published contracts, scorecard measures"

export const SCORECARD_SLIDES = 'Rotherham "Missing from Home, Care and School", scorecard'
