/**
 * A pattern for exactly these names. Bolt runs every listener of an app at every request, so a listener for each of
 * eighty names costs more than the work does; one that looks its name up costs nothing.
 */
export const oneOf = (names: ReadonlyMap<string, unknown>): RegExp => new RegExp(`^(?:${[...names.keys()].join("|")})$`)
