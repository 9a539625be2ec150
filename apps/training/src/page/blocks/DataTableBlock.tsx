import type { DataTableBlock as SlackDataTableBlock } from "@slack/types"
import { useTrainingContext } from "../server/TrainingContext.ts"
import { inPlace } from "./inPlace.ts"

type Cell = SlackDataTableBlock["rows"][number][number]

/** The people a cell of rich text names, or its words. */
const useCellInWords = (): ((cell: Cell) => string) => {
  const { workspace } = useTrainingContext()
  const nameOf = (id: string) => workspace.personas.find((persona) => persona.id === id)?.name ?? id
  return (cell) => {
    if (cell.type !== "rich_text") return cell.text
    const sections = cell.elements.flatMap((part) => (part.type === "rich_text_section" ? part.elements : []))
    return sections
      .map((part) => (part.type === "user" ? `@${nameOf(part.user_id)}` : part.type === "text" ? part.text : ""))
      .join("")
  }
}

/** All rows at once, where Slack turns pages. */
export const DataTableBlock = ({ block }: { readonly block: SlackDataTableBlock }) => {
  const inWords = useCellInWords()
  const [header = [], ...rows] = block.rows
  const naming = block.row_header_column_index ?? 0
  return (
    <div className="block-table">
      <table>
        <caption>{block.caption}</caption>
        <thead>
          <tr>
            {inPlace(header, (cell, key) => (
              <th key={key} scope="col">
                {inWords(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inPlace(rows, (row, key) => (
            <tr key={key}>
              {row.map((cell, column) =>
                column === naming ? (
                  <th key={`${key} ${column}`} scope="row">
                    {inWords(cell)}
                  </th>
                ) : (
                  <td key={`${key} ${column}`}>{inWords(cell)}</td>
                )
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
