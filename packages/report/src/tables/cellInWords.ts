import type { Cell, Unit } from "./reportTable.ts"

/** A cell as people read it: a share with its decimal place, a mark as it is. */
export const cellInWords = (cell: Cell, unit: Unit = "count"): string => {
  if (typeof cell !== "number") return cell
  return unit === "percent" ? cell.toFixed(1) : cell.toLocaleString("en-GB")
}
