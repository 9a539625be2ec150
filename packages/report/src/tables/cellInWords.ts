import type { TableCell, Unit } from "./reportTable.ts"

/** A cell as people read it: a share with its decimal place, a mark as it is. */
export const cellInWords = (cell: TableCell, unit: Unit = "count"): string => {
  if (typeof cell === "object") return cell.words
  if (typeof cell !== "number") return cell
  return unit === "percent" ? cell.toFixed(1) : cell.toLocaleString("en-GB")
}
