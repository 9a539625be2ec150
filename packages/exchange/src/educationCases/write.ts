import { CmeCaseRow } from "@safe-return/domain/education"
import { Schema } from "effect"
import { tableText } from "../text/tableText.ts"
import { cmeCaseColumns } from "./read.ts"

/** Rows as the text of a table of children missing education; reading it gives the same rows. */
export const writeCmeCases = tableText(cmeCaseColumns, Schema.encodeSync(CmeCaseRow))
