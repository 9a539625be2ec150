import * as refusals from "./caseRefusals.ts"

type Refusals = typeof refusals

/** A refusal that carries facts is made by a function. */
type RefusalIn<Member> = Member extends (...facts: never) => infer Refused ? Refused : Member

/** Every refusal: told apart by `_tag`, with a sentence in `message` and the part of the command it is about in `field`. */
export type CmeRefusal = RefusalIn<Refusals[keyof Refusals]>

/** The refusals that follow from the stage alone. */
export type StageRefusal = {
  readonly [Name in keyof Refusals]: Refusals[Name] extends CmeRefusal ? Name : never
}[keyof Refusals]

/** A table names them one by one, so all of them are needed. */
const everyRefusal: Refusals = refusals

/** The tags of every refusal. */
export const cmeRefusalTags: ReadonlyArray<string> = Object.keys(everyRefusal)

/** The refusal that a cell of the table of stages names. */
export const stageRefusal = (verdict: StageRefusal): CmeRefusal => everyRefusal[verdict]
