const QUOTE = '"'
const COMMA = ","

/** Where the quoted cell that begins here ends, after its last quote; undefined where it goes on in another line. */
const endOfQuoted = (line: string, from: number): number | undefined => {
  for (let at = line.indexOf(QUOTE, from + 1); at !== -1; at = line.indexOf(QUOTE, at + 2)) {
    if (line[at + 1] !== QUOTE) return at + 1
  }
  return undefined
}

/** The cells of a line of CSV that is a row by itself; undefined where only a reader of the whole text can tell. */
export const cellsOfLine = (line: string): ReadonlyArray<string> | undefined => {
  if (!line.includes(QUOTE)) return line.split(COMMA)
  const cells: Array<string> = []
  for (let from = 0; ; ) {
    const isQuoted = line[from] === QUOTE
    const comma = line.indexOf(COMMA, from)
    const end = isQuoted ? endOfQuoted(line, from) : comma === -1 ? line.length : comma
    if (end === undefined) return undefined
    const cell = line.slice(from, end)
    if (isQuoted) cells.push(cell.slice(1, -1).replaceAll('""', QUOTE))
    else if (cell.includes(QUOTE)) return undefined
    else cells.push(cell)
    if (end === line.length) return cells
    if (line[end] !== COMMA) return undefined
    from = end + 1
  }
}
