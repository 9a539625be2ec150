import { closedList } from "../../vocabulary/closedList.ts"

/** A child's sex, with DfE's labels. Source: DfE, Children missing education, 29 January 2026, topic Sex. */
export const sexWords = closedList({ female: "Female", male: "Male", unknown: "Unknown" })
export const Sex = sexWords.schema
export type Sex = typeof Sex.Type
