const TEN = 10

/**
 * To the nearest 10, a 5 upwards.
 *
 * Source: DfE, Children missing education, data set of 29 January 2026: councils' counts. Which way a 5 goes was not seen:
 * upwards is ours.
 */
export const nearestTen = (count: number): number => Math.round(count / TEN) * TEN
