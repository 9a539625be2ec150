import * as Result from "effect/Result"
import { type Check, pass } from "./check.ts"
import * as refusals from "./refusals.ts"

type Refusals = typeof refusals

/** A table names them one by one, so all of them are needed. */
const everyRefusal: Refusals = refusals

/** The refusals that carry no facts, so that they can follow from the stage alone. */
export type StageRefusal = {
  readonly [Name in keyof Refusals]: Refusals[Name] extends refusals.Refusal ? Name : never
}[keyof Refusals]

/** Refuses what a cell of the table refuses; passes where the facts decide. */
export const checkStage = (verdict: "allowed" | "by-its-facts" | StageRefusal): Check =>
  verdict === "allowed" || verdict === "by-its-facts" ? pass : Result.fail(everyRefusal[verdict])
