import type { Clocks } from "../tables/clockWords.ts"
import type { ReportTable } from "../tables/reportTable.ts"
import { cohortsPicture } from "./cohortsPicture.ts"
import { inTimePicture } from "./inTimePicture.ts"
import { interviewTimesPicture } from "./interviewTimesPicture.ts"
import { noticePicture } from "./noticePicture.ts"
import type { Picture } from "./picture.ts"
import { timesMissingPicture } from "./timesMissingPicture.ts"
import { trendPicture } from "./trendPicture.ts"

/** Everything of a month that people would rather look at than read. */
export const picturesOf = (tables: ReadonlyArray<ReportTable>, clocks: Clocks): ReadonlyArray<Picture> => [
  trendPicture(tables),
  cohortsPicture(tables),
  inTimePicture(tables, clocks),
  interviewTimesPicture(tables, clocks),
  timesMissingPicture(tables),
  noticePicture(tables)
]
