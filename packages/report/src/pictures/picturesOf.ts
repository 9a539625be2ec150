import type { Report } from "../tables/reportTable.ts"
import { cohortsPicture } from "./cohortsPicture.ts"
import { inTimePicture } from "./inTimePicture.ts"
import { interviewTimesPicture } from "./interviewTimesPicture.ts"
import { noticePicture } from "./noticePicture.ts"
import type { Picture } from "./picture.ts"
import { timesMissingPicture } from "./timesMissingPicture.ts"
import { trendPicture } from "./trendPicture.ts"

/** Everything of a report that people would rather look at than read. */
export const picturesOf = (report: Report): ReadonlyArray<Picture> => [
  trendPicture(report),
  cohortsPicture(report),
  inTimePicture(report),
  interviewTimesPicture(report),
  timesMissingPicture(report),
  noticePicture(report)
]
