import { closedList } from "../../vocabulary/closedList.ts"

/** Whether it is known where the child is. Source: the published contracts, children missing education. */
export const pupilWhereaboutsWords = closedList({ known: "Known", "not-known": "Not known" })
export const PupilWhereabouts = pupilWhereaboutsWords.schema
export type PupilWhereabouts = typeof PupilWhereabouts.Type
