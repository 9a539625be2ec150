/** What a spreadsheet would run as a formula, or as the beginning of one in the next cell. */
const startsFormula = /^[=+\-@\t\r＝＋－＠]/

/**
 * A text that no spreadsheet takes for a formula: an apostrophe is put before one that begins as such.
 *
 * Source: OWASP, CSV injection.
 */
export const formulaSafe = (text: string): string => (startsFormula.test(text) ? `'${text}` : text)
