/** A table whose columns line up, as the formatter of this repository wants them. */
export const table = (rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const [head = [], ...rest] = rows
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)))
  const line = (row: ReadonlyArray<string>, filler = " ") =>
    `| ${widths.map((width, column) => (row[column] ?? "").padEnd(width, filler)).join(" | ")} |`
  return [line(head), line([], "-"), ...rest.map((row) => line(row))].join("\n")
}
