import type { ReportTable } from "../tables/reportTable.ts"
import { barsPicture } from "./barsPicture.ts"
import type { Picture } from "./picture.ts"
import { tableOf } from "./shownFigures.ts"

/** Children by how many times they were missing in twelve months. */
export const timesMissingPicture = (tables: ReadonlyArray<ReportTable>): Picture =>
  barsPicture(tableOf(tables, "times-missing"), {
    id: "times-missing",
    title: "Children by times missing in twelve months",
    column: "Children",
    each: "band",
    heights: { wide: 320, narrow: 320 }
  })
