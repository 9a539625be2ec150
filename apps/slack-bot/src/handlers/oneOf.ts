/** A pattern for exactly these names: Bolt runs every listener at every request, and eighty cost more than the work. */
export const oneOf = (names: ReadonlyMap<string, unknown>): RegExp => new RegExp(`^(?:${[...names.keys()].join("|")})$`)
